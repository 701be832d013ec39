package app.keyhold.desktop.audit;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time: `from` inclusive, `until` exclusive, never empty.
public record TimeRange(Instant from, Instant until) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public TimeRange {
        if (Duration.between(from, until).compareTo(SHORTEST) < 0) {
            until = from.plus(SHORTEST);
        }
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    public boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    /// The part that lies within `outer`, moved inside rather than cut where it fits.
    public TimeRange within(TimeRange outer) {
        if (length().compareTo(outer.length()) >= 0) {
            return outer;
        }
        if (from.isBefore(outer.from)) {
            return moved(Duration.between(from, outer.from));
        }
        return until.isAfter(outer.until) ? moved(Duration.between(until, outer.until)) : this;
    }

    public TimeRange moved(Duration by) {
        return new TimeRange(from.plus(by), until.plus(by));
    }

    /// Shorter (factor below 1) or longer around a moment that keeps its relative place.
    public TimeRange zoomed(double factor, Instant around) {
        long before = Math.round(Duration.between(from, around).toMillis() * factor);
        long after = Math.round(Duration.between(around, until).toMillis() * factor);
        return new TimeRange(around.minusMillis(before), around.plusMillis(after));
    }
}
