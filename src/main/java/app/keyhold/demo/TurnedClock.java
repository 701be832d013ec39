package app.keyhold.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves when told to, and never back. Thread-safe: the audit writer reads it.
final class TurnedClock implements InstantSource {
    private volatile Instant now;

    TurnedClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void turnTo(Instant later) {
        if (later.isAfter(now)) {
            now = later;
        }
    }

    void turn(Duration by) {
        now = now.plus(by);
    }
}
