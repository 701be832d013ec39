package app.keyhold.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C: the running work is told, gets a moment to remove what it left half done, and the process ends with 130.
///
/// Safe for use by several threads.
public final class Interruption {
    private static final long SECONDS_TO_TIDY_UP = 10;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;

    public boolean requested() {
        return requested;
    }

    /// The JVM ends with 128 + the signal's number once its shutdown hooks are through.
    public void watchSignals() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::request, "interruption"));
    }

    /// The command has come to its end, so nothing needs to be waited for.
    public void finished() {
        finished.countDown();
    }

    private void request() {
        if (finished.getCount() == 0) {
            return;
        }
        requested = true;
        try {
            finished.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
