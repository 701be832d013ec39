package app.keyhold.desktop.rotation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// How much time the Gantt shows. Half of it lies behind today, so that the last rotation and the
/// next of a key that rotates every year are both in sight.
public enum Zoom {
    MONTH(1, Period.ofDays(7), "d MMM"),
    QUARTER(3, Period.ofMonths(1), "d MMM"),
    YEAR(12, Period.ofMonths(3), "MMM yy"),
    TWO_YEARS(25, Period.ofMonths(6), "MMM yy"),
    FIVE_YEARS(60, Period.ofMonths(12), "yyyy");

    private static final double BEHIND = 0.5;
    private static final double DAYS_OF_MONTH = 30.44;

    private final int months;
    private final Period perLabel;
    private final String pattern;

    Zoom(int months, Period perLabel, String pattern) {
        this.months = months;
        this.perLabel = perLabel;
        this.pattern = pattern;
    }

    String pattern() {
        return pattern;
    }

    /// From one label to the next.
    Period perLabel() {
        return perLabel;
    }

    /// The scale that puts `now` where it belongs.
    public TimeScale around(Instant now) {
        Duration whole = Duration.ofDays(Math.round(months * DAYS_OF_MONTH));
        Instant from = now.minusSeconds(Math.round(whole.toSeconds() * BEHIND));
        return new TimeScale(from, from.plus(whole));
    }

    /// The first of the dates that get a label, at or after a moment.
    ZonedDateTime firstLabel(Instant from, ZoneId zone) {
        ZonedDateTime start = from.atZone(zone);
        ZonedDateTime label = LocalDate.of(start.getYear(), 1, 1).atStartOfDay(zone);
        while (label.isBefore(start)) {
            label = label.plus(perLabel);
        }
        return label;
    }
}
