package app.keyhold.desktop.part;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times as a person reads them, seen from now and from where the person is.
public record Moments(InstantSource clock, ZoneId zone) {
    private static final DateTimeFormatter DAY = formatter("d MMM yyyy");
    private static final DateTimeFormatter DAY_THIS_YEAR = formatter("d MMM");
    private static final DateTimeFormatter MONTH = formatter("MMM yyyy");
    private static final DateTimeFormatter WEEKDAY = formatter("EEEE d MMMM yyyy");
    private static final DateTimeFormatter CLOCK = formatter("HH:mm:ss");

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return day(now());
    }

    public LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    /// `3 Mar 2026`.
    public String date(Instant time) {
        return format(DAY, time);
    }

    /// `3 Mar`, with the year only where it is another one.
    public String shortDate(Instant time) {
        return format(day(time).getYear() == today().getYear() ? DAY_THIS_YEAR : DAY, time);
    }

    /// `Dec 2025`.
    public String month(Instant time) {
        return format(MONTH, time);
    }

    /// `Sunday 22 November 2026`.
    public String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /// `10:42:07`.
    public String clockTime(Instant time) {
        return format(CLOCK, time);
    }

    /// `22 Nov 2026, 10:42:07`.
    public String dateTime(Instant time) {
        return date(time) + ", " + clockTime(time);
    }

    /// `2 min ago`, `yesterday`, `8 Mar`.
    public String ago(Instant time) {
        Duration age = Duration.between(time, now());
        long days = ChronoUnit.DAYS.between(day(time), today());
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toMinutes() < 60) {
            return age.toMinutes() + " min ago";
        }
        if (days == 0) {
            return age.toHours() + " h ago";
        }
        if (days == 1) {
            return "yesterday";
        }
        return days < 30 ? days + " days ago" : shortDate(time);
    }

    /// `in 12 days`, `in 5 months`, `in 2 y 4 m`; `overdue 3 d` once it is past.
    public String ahead(Instant time) {
        long days = daysUntil(time);
        if (!time.isAfter(now())) {
            return days == 0 ? "due today" : "overdue " + -days + " d";
        }
        long months = ChronoUnit.MONTHS.between(today(), day(time));
        if (days == 0) {
            return "today";
        }
        if (days == 1) {
            return "tomorrow";
        }
        if (days < 60) {
            return "in " + days + " days";
        }
        if (months < 24) {
            return "in " + months + " months";
        }
        return "in " + months / 12 + " y" + (months % 12 == 0 ? "" : " " + months % 12 + " m");
    }

    /// Calendar days from today; negative for the past.
    public long daysUntil(Instant time) {
        return ChronoUnit.DAYS.between(today(), day(time));
    }

    public boolean isOverdue(Instant time) {
        return !time.isAfter(now());
    }

    private String format(DateTimeFormatter formatter, Instant time) {
        return formatter.format(time.atZone(zone));
    }
}
