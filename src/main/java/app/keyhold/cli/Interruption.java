package app.keyhold.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// Ctrl-C: work that would leave something half done is told, gets a moment to remove it, and the process ends with 130.
///
/// Safe for use by several threads.
public final class Interruption {
    private static final long SECONDS_TO_TIDY_UP = 10;

    /// Held for reading by guarded work.
    private final ReadWriteLock working = new ReentrantReadWriteLock();
    private final List<Runnable> stops = new CopyOnWriteArrayList<>();
    private volatile boolean requested;

    public boolean requested() {
        return requested;
    }

    /// The process does not end before `work` has, if `work` looks at [#requested] often enough.
    public <T> T guarding(Supplier<T> work) {
        working.readLock().lock();
        try {
            return work.get();
        } finally {
            working.readLock().unlock();
        }
    }

    /// The same for work that does not look, but ends some time after `stop`; which may be called twice.
    public <T> T guarding(Runnable stop, Supplier<T> work) {
        stops.add(stop);
        try {
            if (requested) {
                stop.run();
            }
            return guarding(work);
        } finally {
            stops.remove(stop);
        }
    }

    /// The JVM ends with 128 + the signal's number once its shutdown hooks are through.
    public void watchSignals() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::request, "interruption"));
    }

    private void request() {
        requested = true;
        stops.forEach(Runnable::run);
        try {
            if (working.writeLock().tryLock(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS)) {
                working.writeLock().unlock();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
