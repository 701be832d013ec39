package app.keyhold.desktop.part;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times, sizes and counts as the screens say them, in the language there was when it was made. Immutable but for the
/// clock, from any thread.
public final class Formats {
    private static final Words WORDS = Words.of(Formats.class);
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private final Clock clock;
    private final Locale locale = Words.locale();
    private final DateTimeFormatter date = pattern("format.date");
    private final DateTimeFormatter day = pattern("format.day");
    private final DateTimeFormatter month = pattern("format.month");
    private final DateTimeFormatter longDay = pattern("format.longDay");
    private final DateTimeFormatter longDayAndYear = pattern("format.longDayAndYear");
    private final DateTimeFormatter time = pattern("format.time");

    /// @param clock its zone is the one times are shown in
    public Formats(Clock clock) {
        this.clock = clock;
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(WORDS.get(key), locale);
    }

    public ZoneId zone() {
        return clock.getZone();
    }

    /// `3 Mar 2026`
    public String date(Instant instant) {
        return date.format(instant.atZone(zone()));
    }

    /// `10:42:07`
    public String time(Instant instant) {
        return time.format(instant.atZone(zone()));
    }

    /// `22 Nov 2026, 10:42:07`
    public String dateTime(Instant instant) {
        return WORDS.get("format.dateTime", date(instant), time(instant));
    }

    /// `22 Nov`
    public String shortDay(Instant instant) {
        return day.format(instant.atZone(zone()));
    }

    /// `Nov 2026`
    public String month(Instant instant) {
        return month.format(instant.atZone(zone()));
    }

    /// `Sunday 22 November`, with the year when it is another one.
    public String day(LocalDate day) {
        return (day.getYear() == LocalDate.now(clock).getYear() ? longDay : longDayAndYear).format(day);
    }

    /// `2 min ago`, `yesterday`, `in 12 days`, `in 2 y 4 m`; dates beyond three months back.
    public String relative(Instant instant) {
        Instant now = clock.instant();
        return instant.isAfter(now) ? ahead(now, instant) : ago(instant, now);
    }

    private String ago(Instant instant, Instant now) {
        var past = Duration.between(instant, now);
        if (past.toMinutes() < 1) {
            return WORDS.get("ago.now");
        }
        if (past.toHours() < 1) {
            return WORDS.get("ago.minutes", past.toMinutes());
        }
        long days = days(instant, now);
        if (days == 0) {
            return WORDS.get("ago.hours", past.toHours());
        }
        if (days == 1) {
            return WORDS.get("ago.yesterday");
        }
        if (days < 7) {
            return WORDS.get("ago.days", days);
        }
        boolean sameYear = instant.atZone(zone()).getYear() == now.atZone(zone()).getYear();
        return sameYear ? shortDay(instant) : date(instant);
    }

    private String ahead(Instant now, Instant instant) {
        var left = Duration.between(now, instant);
        if (left.toHours() < 1) {
            return WORDS.get("in.minutes", Math.max(1, left.toMinutes()));
        }
        long days = days(now, instant);
        if (days == 0) {
            return WORDS.get("in.hours", left.toHours());
        }
        if (days == 1) {
            return WORDS.get("in.tomorrow");
        }
        if (days < 60) {
            return WORDS.get("in.days", days);
        }
        long months = Math.max(2, ChronoUnit.MONTHS.between(
                now.atZone(zone()).toLocalDate(), instant.atZone(zone()).toLocalDate()));
        if (months < 24) {
            return WORDS.get("in.months", months);
        }
        return WORDS.get("in.years", months / 12, months % 12);
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
        return String.format(locale, fraction ? "%.1f %s" : "%,.0f %s", value, UNITS[unit]);
    }

    /// `1,840 MB/s`
    public String rate(double bytesPerSecond) {
        return bytesPerSecond >= 1e6
                ? String.format(locale, "%,.0f MB/s", bytesPerSecond / 1e6)
                : bytes(Math.round(bytesPerSecond)) + "/s";
    }

    /// `48,213`
    public String count(long count) {
        return String.format(locale, "%,d", count);
    }

    /// `1 file`, `14 files`
    public String count(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /// `2 s`, `3 min`, `1 h 20 min`
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 90) {
            return WORDS.get("duration.seconds", seconds);
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 60
                ? WORDS.get("duration.minutes", minutes)
                : WORDS.get("duration.hours", minutes / 60, minutes % 60);
    }

    /// `4:31`
    public String countdown(Duration left) {
        long seconds = Math.max(0, left.toSeconds());
        return String.format(locale, "%d:%02d", seconds / 60, seconds % 60);
    }
}
