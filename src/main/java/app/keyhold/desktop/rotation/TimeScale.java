package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Where a moment lies between two others.
public record TimeScale(Instant from, Instant until) {
    /// A label of the axis.
    public record Tick(Instant time, String label) {}

    /// 0 at `from`, 1 at `until`; outside that for moments outside.
    public double share(Instant time) {
        return (double) Duration.between(from, time).toMillis() / Duration.between(from, until).toMillis();
    }

    public double x(Instant time, double width) {
        return share(time) * width;
    }

    public Instant time(double x, double width) {
        return from.plusMillis(Math.round(x / width * Duration.between(from, until).toMillis()));
    }

    public List<Tick> ticks(Zoom zoom, ZoneId zone) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(zoom.pattern(), Words.locale());
        List<Tick> ticks = new ArrayList<>();
        for (ZonedDateTime at = zoom.firstLabel(from, zone);
                at.toInstant().isBefore(until);
                at = at.plus(zoom.perLabel())) {
            ticks.add(new Tick(at.toInstant(), formatter.format(at)));
        }
        return ticks;
    }
}
