package app.keyhold.desktop.audit;

import java.time.Duration;
import java.util.Locale;

/// Numbers and lengths of time as the timeline writes them.
public final class Counts {
    private Counts() {}

    /// `48,213`.
    public static String grouped(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /// `1 event`, `312 events`.
    public static String events(long number) {
        return grouped(number) + (number == 1 ? " event" : " events");
    }

    /// `4 s`, `9 min`, `2 h`, `3 d`; the largest unit, rounded.
    public static String duration(Duration length) {
        long seconds = Math.max(1, Math.round(length.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return Math.round(seconds / 60.0) + " min";
        }
        if (seconds < 86_400) {
            return Math.round(seconds / 3600.0) + " h";
        }
        return Math.round(seconds / 86_400.0) + " d";
    }

    /// First and last digits of a hash, in groups of four: `9f3c 21d0 …`.
    public static String hash(String hex) {
        return hex.length() < 12 ? hex : hex.substring(0, 4) + " " + hex.substring(4, 8) + " …";
    }
}
