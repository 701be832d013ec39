package app.keyhold.desktop.part;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Due dates and ages, seen from now and from where the person is; [Formats] with what has to know whether a date has
/// passed.
public record Moments(Clock clock, Formats formats) {
    private static final Words WORDS = Words.of(Moments.class);

    public Moments(Clock clock) {
        this(clock, new Formats(clock));
    }

    public Instant now() {
        return clock.instant();
    }

    public ZoneId zone() {
        return clock.getZone();
    }

    public LocalDate today() {
        return day(now());
    }

    public LocalDate day(Instant time) {
        return time.atZone(zone()).toLocalDate();
    }

    /// `3 Mar`, with the year only where it is another one.
    public String shortDate(Instant time) {
        return day(time).getYear() == today().getYear() ? formats.shortDay(time) : formats.date(time);
    }

    /// `Dec 2025`.
    public String month(Instant time) {
        return formats.month(time);
    }

    /// `2 min ago`, `yesterday`, `8 Mar`.
    public String ago(Instant time) {
        return formats.relative(time);
    }

    /// `in 12 days`, `in 2 y 4 m`; `overdue 3 d` once it is past.
    public String ahead(Instant time) {
        if (time.isAfter(now())) {
            return formats.relative(time);
        }
        long days = -daysUntil(time);
        return WORDS.get("due", days);
    }

    /// Calendar days from today; negative for the past.
    public long daysUntil(Instant time) {
        return ChronoUnit.DAYS.between(today(), day(time));
    }

    public boolean isOverdue(Instant time) {
        return !time.isAfter(now());
    }
}
