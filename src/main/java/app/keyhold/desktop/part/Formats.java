package app.keyhold.desktop.part;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times, sizes and counts as the screens say them. Immutable but for the clock, from any thread.
public final class Formats {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private final Clock clock;

    /// @param clock its zone is the one times are shown in
    public Formats(Clock clock) {
        this.clock = clock;
    }

    public ZoneId zone() {
        return clock.getZone();
    }

    /// `3 Mar 2026`
    public String date(Instant instant) {
        return DATE.format(instant.atZone(zone()));
    }

    /// `10:42:07`
    public String time(Instant instant) {
        return TIME.format(instant.atZone(zone()));
    }

    /// `22 Nov 2026, 10:42:07`
    public String dateTime(Instant instant) {
        return date(instant) + ", " + time(instant);
    }

    /// `Sunday 22 November`, with the year when it is another one.
    public String day(LocalDate day) {
        String text = LONG_DAY.format(day);
        return day.getYear() == LocalDate.now(clock).getYear() ? text : text + " " + day.getYear();
    }

    /// `2 min ago`, `yesterday`, `in 12 days`, `in 2 y 4 m`; dates beyond three months back.
    public String relative(Instant instant) {
        Instant now = clock.instant();
        return instant.isAfter(now) ? ahead(now, instant) : ago(instant, now);
    }

    private String ago(Instant instant, Instant now) {
        var past = Duration.between(instant, now);
        if (past.toMinutes() < 1) {
            return "just now";
        }
        if (past.toHours() < 1) {
            return past.toMinutes() + " min ago";
        }
        long days = days(instant, now);
        if (days == 0) {
            return past.toHours() + " h ago";
        }
        if (days == 1) {
            return "yesterday";
        }
        if (days < 7) {
            return days + " days ago";
        }
        boolean sameYear = instant.atZone(zone()).getYear() == now.atZone(zone()).getYear();
        return sameYear ? DAY.format(instant.atZone(zone())) : date(instant);
    }

    private String ahead(Instant now, Instant instant) {
        var left = Duration.between(now, instant);
        if (left.toHours() < 1) {
            return "in " + Math.max(1, left.toMinutes()) + " min";
        }
        long days = days(now, instant);
        if (days == 0) {
            return "in " + left.toHours() + " h";
        }
        if (days == 1) {
            return "tomorrow";
        }
        if (days < 60) {
            return "in " + days + " days";
        }
        long months = Math.max(2, ChronoUnit.MONTHS.between(
                now.atZone(zone()).toLocalDate(), instant.atZone(zone()).toLocalDate()));
        if (months < 24) {
            return "in " + months + " months";
        }
        return "in " + months / 12 + " y" + (months % 12 == 0 ? "" : " " + months % 12 + " m");
    }

    private long days(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(
                from.atZone(zone()).toLocalDate(), to.atZone(zone()).toLocalDate());
    }

    /// `4.2 MB`, in steps of 1,000.
    public String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        boolean fraction = unit > 0 && value < 99.95;
        return String.format(Locale.ENGLISH, fraction ? "%.1f %s" : "%,.0f %s", value, UNITS[unit]);
    }

    /// `1,840 MB/s`
    public String rate(double bytesPerSecond) {
        return bytesPerSecond >= 1e6
                ? String.format(Locale.ENGLISH, "%,.0f MB/s", bytesPerSecond / 1e6)
                : bytes(Math.round(bytesPerSecond)) + "/s";
    }

    /// `48,213`
    public String count(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /// `1 file`, `14 files`
    public String count(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /// `2 s`, `3 min`, `1 h 20 min`
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 90) {
            return seconds + " s";
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /// `4:31`
    public String countdown(Duration left) {
        long seconds = Math.max(0, left.toSeconds());
        return String.format(Locale.ENGLISH, "%d:%02d", seconds / 60, seconds % 60);
    }
}
