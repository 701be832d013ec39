package app.keyhold.desktop.audit;

import app.keyhold.desktop.part.Words;
import java.time.Duration;

/// Numbers and lengths of time as the timeline writes them.
public final class Counts {
    private static final Words WORDS = Words.of(Counts.class);
    private Counts() {}

    /// `48,213`.
    public static String grouped(long number) {
        return String.format(Words.locale(), "%,d", number);
    }

    /// `4 s`, `9 min`, `2 h`, `3 d`; the largest unit, rounded.
    public static String duration(Duration length) {
        long seconds = Math.max(1, Math.round(length.toMillis() / 1000.0));
        if (seconds < 60) {
            return WORDS.get("length.seconds", seconds);
        }
        if (seconds < 3600) {
            return WORDS.get("length.minutes", Math.round(seconds / 60.0));
        }
        if (seconds < 86_400) {
            return WORDS.get("length.hours", Math.round(seconds / 3600.0));
        }
        return WORDS.get("length.days", Math.round(seconds / 86_400.0));
    }

    /// First and last digits of a hash, in groups of four: `9f3c 21d0 …`.
    public static String hash(String hex) {
        return hex.length() < 12 ? hex : hex.substring(0, 4) + " " + hex.substring(4, 8) + " …";
    }
}
