package app.keyhold.files;

import java.time.Duration;
import java.util.Optional;

/// Bytes a second, smoothed over about five seconds, and how long the rest will take once that is worth saying: after
/// three seconds, and while the last seconds agree with the ones before. Standstill while paused does not count.
final class Speedometer {
    private static final double FAST = 5e9; // nanoseconds
    private static final double SLOW = 15e9;
    private static final long SHORTEST_LOOK = 100_000_000;
    private static final long SILENT = 3_000_000_000L;
    private static final double AGREEMENT = 0.35;

    private long lastNanos;
    private long lastBytes;
    private long watched;
    private double fast;
    private double slow;
    private boolean running;

    /// Begins, or goes on after a pause.
    synchronized void start(long nanos, long bytes) {
        lastNanos = nanos;
        lastBytes = bytes;
        running = true;
    }

    synchronized void stop() {
        running = false;
    }

    /// These bytes were not worked on; they say nothing about the speed.
    synchronized void ignore(long bytes) {
        lastBytes += bytes;
    }

    synchronized void look(long nanos, long bytes) {
        long elapsed = nanos - lastNanos;
        if (!running || elapsed < SHORTEST_LOOK) {
            return;
        }
        double speed = Math.max(0, bytes - lastBytes) * 1e9 / elapsed;
        fast = watched == 0 ? speed : smoothed(fast, speed, elapsed / FAST);
        slow = watched == 0 ? speed : smoothed(slow, speed, elapsed / SLOW);
        watched += elapsed;
        lastNanos = nanos;
        lastBytes = bytes;
    }

    synchronized Pace pace(long done, long total) {
        boolean steady = watched >= SILENT && fast > 0 && Math.abs(fast - slow) <= AGREEMENT * slow;
        Optional<Duration> remaining = steady && running && total >= done
                ? Optional.of(Duration.ofMillis(Math.round((total - done) / fast * 1000)))
                : Optional.empty();
        return new Pace(done, total, running ? fast : 0, remaining);
    }

    private static double smoothed(double before, double now, double share) {
        return before + (1 - Math.exp(-share)) * (now - before);
    }
}
