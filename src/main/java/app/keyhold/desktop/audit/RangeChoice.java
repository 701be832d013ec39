package app.keyhold.desktop.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The stretches of time offered as chips.
public enum RangeChoice {
    DAY(Optional.of(Duration.ofDays(1))),
    WEEK(Optional.of(Duration.ofDays(7))),
    MONTH(Optional.of(Duration.ofDays(30))),
    ALL(Optional.empty());

    private static final Duration WITHOUT_EVENTS = Duration.ofDays(1);

    private final Optional<Duration> length;

    RangeChoice(Optional<Duration> length) {
        this.length = length;
    }

    /// @param oldest when the chain begins, once that is known
    public TimeRange endingAt(Instant now, Optional<Instant> oldest) {
        Instant until = now.plusSeconds(1);
        Instant from = length.map(until::minus)
                .orElseGet(() -> oldest.filter(now::isAfter).orElse(until.minus(WITHOUT_EVENTS)));
        return new TimeRange(from, until);
    }
}
