package app.keyhold.desktop.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/// What an entry of the palette is found by. Typed letters are looked for at the beginnings of words, several words at a
/// time: `crk` finds *Create key*. Immutable.
final class SearchTerms {
    /// Shorter letters are inside nearly everything.
    private static final int LEAST_INSIDE = 3;

    private static final int NAMED = 0;
    private static final int BEGINS = 1;
    private static final int BEGINS_A_WORD = 2;
    private static final int BEGINS_WORDS = 3;
    private static final int BESIDE = 4;
    private static final int INSIDE = 5;

    private final String[] words;
    private final String[] beside;
    private final String[] wholes;

    private SearchTerms(String[] words, String[] beside, String[] wholes) {
        this.words = words;
        this.beside = beside;
        this.wholes = wholes;
    }

    /// @param name its words count most
    /// @param besides what else it may be called
    /// @param wholes found also by what is inside of them: identifiers
    static SearchTerms of(String name, String besides, String... wholes) {
        var inside = Arrays.copyOf(wholes, wholes.length + 1);
        inside[wholes.length] = name;
        for (int i = 0; i < inside.length; i++) {
            inside[i] = inside[i].toLowerCase(Locale.ROOT);
        }
        return new SearchTerms(words(name), words(besides), inside);
    }

    private static String[] words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    /// @param tokens in lower case, none empty
    /// @return the less, the better; empty if one of them is not found
    OptionalInt rank(String[] tokens) {
        int sum = 0;
        for (String token : tokens) {
            int rank = rank(token);
            if (rank > INSIDE) {
                return OptionalInt.empty();
            }
            sum += rank;
        }
        return OptionalInt.of(sum);
    }

    private int rank(String token) {
        int best = INSIDE + 1;
        for (int i = 0; i < words.length; i++) {
            if (words[i].startsWith(token)) {
                best = Math.min(best, i > 0 ? BEGINS_A_WORD : words[i].length() == token.length() ? NAMED : BEGINS);
            }
        }
        if (best <= BEGINS_A_WORD) {
            return best;
        }
        if (beginsWords(token, 0, 0)) {
            return BEGINS_WORDS;
        }
        for (String word : beside) {
            if (word.startsWith(token)) {
                return BESIDE;
            }
        }
        return isInside(token) ? INSIDE : INSIDE + 1;
    }

    /// Whether the letters from `at` on begin this word and later ones.
    private boolean beginsWords(String token, int at, int word) {
        if (at == token.length()) {
            return true;
        }
        for (int next = word; next < words.length; next++) {
            int most = common(token, at, words[next]);
            for (int taken = most; taken > 0; taken--) {
                if (beginsWords(token, at + taken, next + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int common(String token, int at, String word) {
        int length = Math.min(token.length() - at, word.length());
        int same = 0;
        while (same < length && token.charAt(at + same) == word.charAt(same)) {
            same++;
        }
        return same;
    }

    private boolean isInside(String token) {
        if (token.length() >= LEAST_INSIDE) {
            for (String whole : wholes) {
                if (whole.contains(token)) {
                    return true;
                }
            }
        }
        return false;
    }
}
