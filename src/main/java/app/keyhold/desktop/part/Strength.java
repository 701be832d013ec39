package app.keyhold.desktop.part;

import com.nulabinc.zxcvbn.Feedback;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;

/// How hard a passphrase is to guess, in words.
///
/// @param score 0 to 4, zxcvbn's
/// @param advice what would make it better; empty if nothing
public record Strength(int score, String word, String advice) {
    public static final Strength NONE = new Strength(0, "", "");
    /// Below this score a vault is not made.
    public static final int ENOUGH = 3;

    private static final Words WORDS = Words.of(Strength.class);
    /// zxcvbn's time grows with the square of the length, and nothing beyond is weak.
    private static final int MEASURED = 72;
    private static final Zxcvbn ZXCVBN = new Zxcvbn();

    /// @param characters overwritten here
    public static Strength of(char[] characters) {
        try {
            if (characters.length == 0) {
                return NONE;
            }
            var measured = ZXCVBN.measure(
                    CharBuffer.wrap(characters, 0, Math.min(MEASURED, characters.length)), List.of("keyhold", "vault"));
            try {
                return new Strength(measured.getScore(), word(measured.getScore()), advice(measured.getFeedback()));
            } finally {
                measured.wipe();
            }
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static String word(int score) {
        return switch (score) {
            case 0 -> WORDS.get("strength.0");
            case 1 -> WORDS.get("strength.1");
            case 2 -> WORDS.get("strength.2");
            case 3 -> WORDS.get("strength.3");
            default -> WORDS.get("strength.4");
        };
    }

    private static String advice(Feedback feedback) {
        String warning = feedback.getWarning(Words.locale());
        String suggestions = String.join(" ", feedback.getSuggestions(Words.locale()));
        return (warning.isEmpty() ? "" : warning + ". ") + suggestions;
    }

    public boolean isEnough() {
        return score >= ENOUGH;
    }

    public Tone tone() {
        return score >= ENOUGH ? Tone.OK : score == 2 ? Tone.WARN : Tone.BAD;
    }
}
