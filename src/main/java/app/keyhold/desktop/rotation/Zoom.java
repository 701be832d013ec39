package app.keyhold.desktop.rotation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/// How much time the Gantt shows. Half of it lies behind today, so that the last rotation and the
/// next of a key that rotates every year are both in sight.
public enum Zoom {
    QUARTER("Quarter", 3, 1, "d MMM"),
    TWO_YEARS("2 years", 25, 6, "MMM yy"),
    FIVE_YEARS("5 years", 60, 12, "yyyy");

    private static final double BEHIND = 0.5;

    private final String title;
    private final int months;
    private final int monthsPerLabel;
    private final String pattern;

    Zoom(String title, int months, int monthsPerLabel, String pattern) {
        this.title = title;
        this.months = months;
        this.monthsPerLabel = monthsPerLabel;
        this.pattern = pattern;
    }

    public String title() {
        return title;
    }

    String pattern() {
        return pattern;
    }

    int monthsPerLabel() {
        return monthsPerLabel;
    }

    /// The scale that puts `now` where it belongs.
    public TimeScale around(Instant now) {
        Duration whole = Duration.ofDays(Math.round(months * 30.44));
        Instant from = now.minusSeconds(Math.round(whole.toSeconds() * BEHIND));
        return new TimeScale(from, from.plus(whole));
    }

    /// The first of the months that get a label, at or after a moment.
    ZonedDateTime firstLabel(Instant from, ZoneId zone) {
        ZonedDateTime start = from.atZone(zone);
        ZonedDateTime label = LocalDate.of(start.getYear(), 1, 1).with(TemporalAdjusters.firstDayOfYear()).atStartOfDay(zone);
        while (label.isBefore(start)) {
            label = label.plusMonths(monthsPerLabel);
        }
        return label;
    }
}
