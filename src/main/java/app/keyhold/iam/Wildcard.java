package app.keyhold.iam;

import java.util.Arrays;

/// A text in which `*` stands for any characters and `?` for one.
final class Wildcard {
    private static final int ANY = -1;
    private static final int ONE = -2;

    /// Code points, [#ANY] and [#ONE].
    private final int[] pattern;

    private Wildcard(int[] pattern) {
        this.pattern = pattern;
    }

    static Wildcard of(String text) {
        return new Builder().pattern(text).build();
    }

    /// Puts a pattern together from parts in which the signs mean something and parts in which they stand for themselves.
    static final class Builder {
        private int[] points = new int[32];
        private int size;

        Builder pattern(String text) {
            text.codePoints().map(point -> point == '*' ? ANY : point == '?' ? ONE : point).forEach(this::add);
            return this;
        }

        Builder literal(String text) {
            text.codePoints().forEach(this::add);
            return this;
        }

        Wildcard build() {
            return new Wildcard(Arrays.copyOf(points, size));
        }

        private void add(int point) {
            if (size == points.length) {
                points = Arrays.copyOf(points, size * 2);
            }
            points[size++] = point;
        }
    }

    boolean matches(String text) {
        return matches(text, false);
    }

    /// Actions know no case.
    boolean matchesIgnoringCase(String text) {
        return matches(text, true);
    }

    /// Goes back to the last `*` only, which is enough: linear in practice, never exponential.
    private boolean matches(String text, boolean ignoringCase) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            int found = text.codePointAt(t);
            if (p < pattern.length && pattern[p] == ANY) {
                star = p++;
                resume = t;
            } else if (p < pattern.length && fits(pattern[p], found, ignoringCase)) {
                p++;
                t += Character.charCount(found);
            } else if (star >= 0) {
                p = star + 1;
                resume += Character.charCount(text.codePointAt(resume));
                t = resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == ANY) {
            p++;
        }
        return p == pattern.length;
    }

    private static boolean fits(int wanted, int found, boolean ignoringCase) {
        return wanted == ONE
                || wanted == found
                || ignoringCase && Character.toLowerCase(wanted) == Character.toLowerCase(found);
    }
}
