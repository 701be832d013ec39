package app.keyhold.desktop.audit;

import app.keyhold.desktop.part.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Where a moment lies on the histogram's width, and which moments deserve a label there.
///
/// @param width in pixels
public record HistogramScale(TimeRange range, double width) {
    private static final double LABEL_EVERY = 96;

    private static final List<Step> STEPS = List.of(
            new Step(ChronoUnit.MINUTES, 1, "HH:mm"),
            new Step(ChronoUnit.MINUTES, 5, "HH:mm"),
            new Step(ChronoUnit.MINUTES, 15, "HH:mm"),
            new Step(ChronoUnit.HOURS, 1, "HH:mm"),
            new Step(ChronoUnit.HOURS, 3, "HH:mm"),
            new Step(ChronoUnit.HOURS, 6, "EEE HH:mm"),
            new Step(ChronoUnit.DAYS, 1, "EEE d"),
            new Step(ChronoUnit.DAYS, 2, "EEE d"),
            new Step(ChronoUnit.DAYS, 7, "d MMM"),
            new Step(ChronoUnit.MONTHS, 1, "MMM yy"),
            new Step(ChronoUnit.MONTHS, 3, "MMM yy"),
            new Step(ChronoUnit.YEARS, 1, "yyyy"));

    private record Step(ChronoUnit unit, int count, String pattern) {
        Duration length() {
            return unit.getDuration().multipliedBy(count);
        }
    }

    /// A label of the axis, left-aligned at `x`.
    public record Tick(double x, String label) {}

    public double x(Instant time) {
        return width * Duration.between(range.from(), time).toMillis() / range.length().toMillis();
    }

    public Instant time(double x) {
        double share = Math.clamp(x / width, 0, 1);
        return range.from().plusMillis(Math.round(share * range.length().toMillis()));
    }

    public List<Tick> ticks(ZoneId zone) {
        double labels = Math.max(1, width / LABEL_EVERY);
        Step step = STEPS.stream()
                .filter(one -> range.length().toMillis() / (double) one.length().toMillis() <= labels)
                .findFirst()
                .orElse(STEPS.getLast());
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(step.pattern(), Words.locale());
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at = firstAtOrAfter(range.from().atZone(zone), step);
        while (at.toInstant().isBefore(range.until())) {
            ticks.add(new Tick(x(at.toInstant()), formatter.format(at)));
            at = at.plus(step.count(), step.unit());
        }
        return ticks;
    }

    private static ZonedDateTime firstAtOrAfter(ZonedDateTime from, Step step) {
        ZonedDateTime start =
                switch (step.unit()) {
                    case MINUTES, HOURS -> from.truncatedTo(ChronoUnit.DAYS);
                    case DAYS -> from.truncatedTo(ChronoUnit.DAYS);
                    default -> LocalDate.of(from.getYear(), 1, 1).atStartOfDay(from.getZone());
                };
        while (start.isBefore(from)) {
            start = start.plus(step.count(), step.unit());
        }
        return start;
    }
}
