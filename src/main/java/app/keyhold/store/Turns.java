package app.keyhold.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Waiting for another process to finish: by asking again after 0.1 to 0.5 ms, which gives both sides the same chance,
/// where SQLite's own waiting (up to 0.1 s at a time) starves one for seconds.
final class Turns {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SHORTEST_NANOS = 100_000;
    private static final long LONGEST_NANOS = 500_000;

    private Turns() {}

    /// @throws app.keyhold.kms.StoreException BUSY after 30 seconds
    static <T> T retry(Supplier<T> attempt) {
        return retry(attempt, PATIENCE);
    }

    static <T> T retry(Supplier<T> attempt, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return attempt.get();
            } catch (RuntimeException failure) {
                if (!SqlFailure.isBusy(failure) || System.nanoTime() - deadline > 0) {
                    throw failure;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_NANOS, LONGEST_NANOS));
            }
        }
    }
}
