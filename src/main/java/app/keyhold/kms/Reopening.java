package app.keyhold.kms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Opens a Region's store anew after a commit failed, and says until then what stands in the way. One attempt at a time
/// and one a second at most, made when somebody asks; one that hangs because the disk does not answer holds nobody up
/// for longer than it takes to notice.
final class Reopening {
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RegionStore store;
    private final InstantSource clock;
    private final Duration patience;
    private volatile Optional<Attempted> last = Optional.empty();

    /// @param outcome what it found in the way, once it has ended
    private record Attempted(Instant at, long startedNanos, CompletableFuture<Optional<Throwable>> outcome) {}

    Reopening(RegionStore store, InstantSource clock) {
        this(store, clock, PATIENCE);
    }

    /// @param patience how long an attempt is waited for
    Reopening(RegionStore store, InstantSource clock, Duration patience) {
        this.store = store;
        this.clock = clock;
        this.patience = patience;
    }

    /// Begins at once, since most failures have passed by then.
    synchronized void begin() {
        last = Optional.of(attempt());
    }

    /// Empty if the store is open.
    Optional<Throwable> obstacle() {
        Optional<Attempted> attempted = last;
        return attempted.isEmpty() ? Optional.empty() : outcome(newest());
    }

    private synchronized Optional<Attempted> newest() {
        last = last.map(earlier -> isDue(earlier) ? attempt() : earlier);
        return last;
    }

    /// Also when the clock was turned back.
    private boolean isDue(Attempted earlier) {
        return earlier.outcome.isDone()
                && earlier.outcome.join().isPresent()
                && Duration.between(earlier.at, clock.instant()).abs().compareTo(BETWEEN_ATTEMPTS) >= 0;
    }

    /// On a thread of its own, since an answer from a disk cannot be waited for with a limit.
    private Attempted attempt() {
        var outcome = new CompletableFuture<Optional<Throwable>>();
        var attempted = new Attempted(clock.instant(), System.nanoTime(), outcome);
        Thread.ofPlatform().daemon().name("keyhold-reopening").start(() -> outcome.complete(reopen()));
        return attempted;
    }

    private Optional<Throwable> reopen() {
        try {
            store.reopen();
            return Optional.empty();
        } catch (RuntimeException | Error failure) {
            return Optional.of(failure);
        }
    }

    private Optional<Throwable> outcome(Optional<Attempted> attempted) {
        if (attempted.isEmpty()) {
            return Optional.empty();
        }
        Optional<Throwable> found = await(attempted.get());
        if (found.isEmpty()) {
            forget(attempted);
        }
        return found;
    }

    /// Unless a commit has failed again meanwhile.
    private synchronized void forget(Optional<Attempted> attempted) {
        if (last.equals(attempted)) {
            last = Optional.empty();
        }
    }

    private Optional<Throwable> await(Attempted attempted) {
        long left = attempted.startedNanos + patience.toNanos() - System.nanoTime();
        boolean interrupted = Thread.interrupted();
        try {
            return attempted.outcome.get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException silent) {
            return Optional.of(new StoreException(StoreException.Kind.BUSY, "The disk does not answer"));
        } catch (InterruptedException hurried) {
            interrupted = true;
            return Optional.of(new StoreException(StoreException.Kind.BUSY, "The call was interrupted"));
        } catch (ExecutionException never) {
            return Optional.of(never);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
