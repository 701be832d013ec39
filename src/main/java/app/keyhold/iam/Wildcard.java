package app.keyhold.iam;

import java.util.Locale;

/// A text in which `*` stands for any characters and `?` for one.
///
/// @param pattern as written
record Wildcard(String pattern) {
    boolean matches(String text) {
        return matches(pattern, text);
    }

    /// Actions know no case.
    boolean matchesIgnoringCase(String text) {
        return matches(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
    }

    /// Goes back to the last `*` only, which is enough: linear in practice, never exponential.
    private static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
