package app.keyhold.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Brings files that are written at the same time to the disk by one `syncfs(2)`, on Linux and ext4. Each by itself would
/// have the disk empty its cache, and a journal committed, which takes longer than making the file (decision 30).
/// Thread-safe.
final class FileSystemSync {
    private static final Map<Object, FileSystemSync> BY_DEVICE = new HashMap<>();
    private static int filesOpen;

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    /// What other programs have written goes to the disk too. Per file that waits, so much of that may be waiting as takes a
    /// disk no longer than a commit for this file alone, and in all not more than a slow disk writes in a second or two.
    private static final long DIRTY_KIB_A_FILE = 2 << 10;

    private static final long MOST_DIRTY_KIB = 256 << 10;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Rounds rounds = new Rounds();
    private final OptionalInt descriptor;
    private volatile int files;
    private volatile long pausedAt = System.nanoTime() - PAUSE_NANOS;

    private FileSystemSync(OptionalInt descriptor) {
        this.descriptor = descriptor;
    }

    /// A file's share in it, from before its first byte until it is closed: the system tells of a byte it could not write only
    /// those who were there.
    static final class Share implements AutoCloseable {
        private final Optional<FileSystemSync> sync;
        private final AtomicBoolean open = new AtomicBoolean(true);

        private Share(Optional<FileSystemSync> sync) {
            this.sync = sync;
        }

        /// Returns when what was written to the file is on the disk.
        ///
        /// @return whether it is; if not, the file has to be synced by itself, which tells why
        boolean force() throws IOException {
            return sync.isPresent() && sync.get().forceAll();
        }

        @Override
        public void close() {
            if (open.getAndSet(false)) {
                leave(sync);
            }
        }
    }

    /// @param folder in which a file is about to be written
    static Share join(Path folder) {
        synchronized (BY_DEVICE) {
            // Alone a file is synced sooner by itself.
            Optional<FileSystemSync> sync = filesOpen == 0 ? Optional.empty() : of(folder);
            sync.ifPresent(joined -> joined.files++);
            filesOpen++;
            return new Share(sync);
        }
    }

    private static void leave(Optional<FileSystemSync> sync) {
        synchronized (BY_DEVICE) {
            filesOpen--;
            sync.ifPresent(left -> {
                left.files--;
                if (left.files == 0) {
                    BY_DEVICE.values().remove(left);
                    left.close();
                }
            });
        }
    }

    private static Optional<FileSystemSync> of(Path folder) {
        return SystemCalls.HERE
                .filter(SystemCalls::syncfsTells)
                .flatMap(calls -> device(folder)
                        .map(device -> BY_DEVICE.computeIfAbsent(
                                device, _ -> new FileSystemSync(descriptor(calls, folder, device)))));
    }

    /// Of the folder, where this is known to help.
    private static OptionalInt descriptor(SystemCalls calls, Path folder, Object device) {
        if (!LinuxFile.isKnown(folder)) {
            return OptionalInt.empty();
        }
        int opened = calls.open(folder);
        if (opened < 0) {
            return OptionalInt.empty();
        }
        // A name that Java could not spell may have been another's.
        if (!device(DESCRIPTORS.resolve(Integer.toString(opened))).equals(Optional.of(device))) {
            calls.close(opened);
            return OptionalInt.empty();
        }
        return OptionalInt.of(opened);
    }

    private static Optional<Object> device(Path file) {
        try {
            return Optional.of(Files.getAttribute(file, "unix:dev"));
        } catch (IOException | UnsupportedOperationException notTold) {
            return Optional.empty();
        }
    }

    private boolean forceAll() throws IOException {
        return descriptor.isPresent() && !isPaused() && rounds.await(this::onAThread);
    }

    /// Java does not know that the call takes long, and would keep one of few threads from other files.
    private boolean onAThread() {
        return CompletableFuture.supplyAsync(
                        this::round, Thread.ofPlatform().daemon().name("keyhold-sync")::start)
                .join();
    }

    private boolean round() {
        boolean done = dirtyKib() <= Math.min(files * DIRTY_KIB_A_FILE, MOST_DIRTY_KIB)
                && SystemCalls.HERE.orElseThrow().syncfs(descriptor.getAsInt());
        if (!done) {
            pausedAt = System.nanoTime();
        }
        return done;
    }

    private boolean isPaused() {
        return System.nanoTime() - pausedAt < PAUSE_NANOS;
    }

    private static long dirtyKib() {
        try (var lines = Files.lines(MEMORY)) {
            return lines.filter(line -> line.startsWith("Dirty:") || line.startsWith("Writeback:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException notTold) {
            return Long.MAX_VALUE;
        }
    }

    private void close() {
        descriptor.ifPresent(SystemCalls.HERE.orElseThrow()::close);
    }
}
