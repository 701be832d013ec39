package app.keyhold.files.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// The last steps of written files, many at a time: a disk that syncs one by one is waited for one by one.
final class Finishing implements AutoCloseable {
    private static final int AT_ONCE = 32;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile @Nullable IOException failure;

    interface Step {
        void run() throws IOException;
    }

    /// Closes `written` whatever happens.
    ///
    /// @param sync before that, wait until it is on the disk
    /// @param then once it is closed
    void add(FileChannel written, boolean sync, Step then) throws IOException {
        if (!sync) {
            finish(written, false, then);
            return;
        }
        free.acquireUninterruptibly();
        Thread.ofVirtual().name("keyhold-finishing").start(() -> {
            try {
                finish(written, true, then);
            } catch (IOException refused) {
                failure = refused;
            } catch (RuntimeException unforeseen) {
                failure = new IOException(unforeseen);
            } finally {
                free.release();
            }
        });
        requireNoFailure();
    }

    private static void finish(FileChannel written, boolean sync, Step then) throws IOException {
        try (written) {
            if (sync) {
                written.force(true);
            }
        }
        then.run();
    }

    private void requireNoFailure() throws IOException {
        var told = failure;
        if (told != null) {
            throw told;
        }
    }

    /// Waits for all of them.
    void await() throws IOException {
        close();
        requireNoFailure();
    }

    @Override
    public void close() {
        free.acquireUninterruptibly(AT_ONCE);
        free.release(AT_ONCE);
    }
}
