package app.keyhold.files;

import app.keyhold.message.FrameLayout;
import app.keyhold.message.MessageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Runs one piece of work in several threads, each taking step after step until none is left.
final class Workers {
    /// Others' messages may have frames a hundred times as long as ours; fewer threads work on those.
    static final long MEMORY = 32 << 20;

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private Workers() {}

    /// A thread's share of the work, with a cipher of its own.
    interface Work {
        /// Works on the next frame.
        ///
        /// @return `false` when nothing is left to do
        boolean step(FrameBuffers buffers);
    }

    /// Returns when all is done; throws the first failure once every thread has stopped. Frames are taken in order and
    /// a step is finished once it is begun, so the damage nearest to the front is among the failures.
    static void run(FrameLayout layout, Supplier<Work> work) {
        int threads = (int) Math.clamp(Math.min(layout.frames(), MEMORY / layout.largestFrame()), 1, CORES);
        var failures = new ArrayList<Throwable>();
        var stop = new AtomicBoolean();
        Runnable share = () -> {
            try (var buffers = new FrameBuffers(layout.largestPlaintext(), layout.largestFrame())) {
                var mine = work.get();
                while (!stop.get() && mine.step(buffers)) {
                    // Each step is a frame.
                }
            } catch (RuntimeException | Error failure) {
                stop.set(true);
                synchronized (failures) {
                    failures.add(failure);
                }
            }
        };
        var others = new ArrayList<Thread>();
        for (int i = 1; i < threads; i++) {
            others.add(Thread.ofPlatform().daemon().name("keyhold-frames-" + i).start(share));
        }
        share.run();
        joinAll(others);
        rethrow(failures);
    }

    private static void joinAll(List<Thread> threads) {
        boolean interrupted = false;
        for (var thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(List<Throwable> failures) {
        if (failures.isEmpty()) {
            return;
        }
        var worst = failures.stream()
                .filter(MessageException.class::isInstance)
                .map(MessageException.class::cast)
                .min((a, b) -> Long.compare(a.offset(), b.offset()))
                .map(Throwable.class::cast)
                .orElse(failures.getFirst());
        switch (worst) {
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            default -> throw new IllegalStateException(worst);
        }
    }
}
