package app.keyhold.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Makes the names in a folder last over a power cut. Whoever comes while the disk is at it waits for the next turn, which
/// serves all that came. Windows keeps names by itself and cannot open a folder.
final class FolderSync {
    private static final Map<Path, FolderSync> FOLDERS = new HashMap<>();
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long OFTEN_NANOS = 2 * GATHERING_NANOS;

    private static volatile long lastFlush = System.nanoTime() - OFTEN_NANOS;

    private final Path folder;
    private int users;
    private long begun;
    private long done;
    private boolean running;

    private FolderSync(Path folder) {
        this.folder = folder;
    }

    static void run(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        FolderSync sync;
        synchronized (FOLDERS) {
            sync = FOLDERS.computeIfAbsent(folder, FolderSync::new);
            sync.users++;
        }
        try {
            sync.await();
        } finally {
            synchronized (FOLDERS) {
                sync.users--;
                if (sync.users == 0) {
                    FOLDERS.remove(folder);
                }
            }
        }
    }

    /// Returns after a flush that began after the call.
    private void await() throws IOException {
        long mine;
        synchronized (this) {
            mine = begun + 1;
            while (running && done < mine) {
                waitForIt();
            }
            if (done >= mine) {
                return;
            }
            running = true;
        }
        long turn = 0;
        boolean flushed = false;
        try {
            gather();
            turn = begin();
            force();
            flushed = true;
        } finally {
            over(turn, flushed);
        }
    }

    /// Where one file has come after the other, more are about to.
    private static void gather() throws IOException {
        if (System.nanoTime() - lastFlush < OFTEN_NANOS) {
            try {
                TimeUnit.NANOSECONDS.sleep(GATHERING_NANOS);
            } catch (InterruptedException ended) {
                throw interrupted(ended);
            }
        }
    }

    private synchronized long begin() {
        return ++begun;
    }

    private synchronized void over(long turn, boolean flushed) {
        running = false;
        done = flushed ? turn : done;
        lastFlush = System.nanoTime();
        notifyAll();
    }

    private void waitForIt() throws IOException {
        try {
            wait();
        } catch (InterruptedException ended) {
            throw interrupted(ended);
        }
    }

    private static IOException interrupted(InterruptedException ended) {
        Thread.currentThread().interrupt();
        return new IOException("Interrupted while the disk was at it", ended);
    }

    private void force() throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
