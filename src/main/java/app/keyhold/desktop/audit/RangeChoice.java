package app.keyhold.desktop.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The stretches of time offered as chips.
public enum RangeChoice {
    DAY("24 h", Optional.of(Duration.ofDays(1))),
    WEEK("7 d", Optional.of(Duration.ofDays(7))),
    MONTH("30 d", Optional.of(Duration.ofDays(30))),
    ALL("All", Optional.empty());

    private static final Duration WITHOUT_EVENTS = Duration.ofDays(1);

    private final String title;
    private final Optional<Duration> length;

    RangeChoice(String title, Optional<Duration> length) {
        this.title = title;
        this.length = length;
    }

    public String title() {
        return title;
    }

    /// @param oldest when the chain begins, once that is known
    public TimeRange endingAt(Instant now, Optional<Instant> oldest) {
        Instant until = now.plusSeconds(1);
        Instant from = length.map(until::minus)
                .orElseGet(() -> oldest.filter(now::isAfter).orElse(until.minus(WITHOUT_EVENTS)));
        return new TimeRange(from, until);
    }
}
