package app.keyhold.files;

import java.util.concurrent.atomic.AtomicLong;

/// Adds up what several threads have done of one file, tells [Progress] and asks it whether to go on.
final class Watch {
    private final Progress progress;
    private final Failures failures;
    private final long total;
    private final AtomicLong done = new AtomicLong();

    Watch(Progress progress, Failures failures, long total) {
        this.progress = progress;
        this.failures = failures;
        this.total = total;
    }

    /// The phase begins, at nothing done.
    void begin(Phase phase) {
        done.set(0);
        progress.at(phase, 0, total);
        requireGoOn();
    }

    void requireGoOn() {
        if (progress.cancelled()) {
            throw failures.cancelled();
        }
    }

    void add(Phase phase, long bytes) {
        progress.at(phase, done.addAndGet(bytes), total);
    }

    /// For work in one thread that counts by itself.
    void reach(Phase phase, long bytes) {
        requireGoOn();
        progress.at(phase, bytes, total);
    }
}
