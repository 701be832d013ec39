package app.keyhold.desktop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Collects what is no longer used while nobody is at the window. The collector that keeps the desktop small lets what grew
/// old lie until the machine's memory is used up, and a collection of it holds the window up for a moment.
final class Housekeeping {
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Runnable collect;
    private Instant used;
    private Instant collected = Instant.MIN;

    Housekeeping(InstantSource clock, Runnable collect) {
        this.clock = clock;
        this.collect = collect;
        this.used = clock.instant();
    }

    /// Somebody touched the window.
    void used() {
        used = clock.instant();
    }

    /// To be called every few seconds.
    void look() {
        Instant now = clock.instant();
        boolean quiet = !now.isBefore(used.plus(QUIET));
        if (quiet && !collected.isAfter(used) && collected.isBefore(now.minus(BETWEEN))) {
            collected = now;
            collect.run();
        }
    }
}
