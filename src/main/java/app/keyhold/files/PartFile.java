package app.keyhold.files;

import app.keyhold.crypto.Blob;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The unfinished result: beside its target, readable by its owner only, removed on [#close] unless it was published.
/// It is never taken up again; an attempt that failed starts a new one.
final class PartFile implements AutoCloseable {
    private static final int TRIES = 100;

    /// Synced every so often rather than once at the end: the last sync cannot be cancelled, and nobody should wait for
    /// a gigabyte at 100 %. How often depends on what the disk has taken, so that no sync takes long. Beside the work, so that
    /// disk and processors are busy at once; who gets that many times as far ahead of the disk waits for it.
    private static final long OFTENEST = 1 << 20;

    private static final long SELDOMMEST = 128 << 20;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(60);
    private static final int FURTHEST_AHEAD = 2;

    /// Below it there is nothing to gain by telling the system more.
    private static final long LARGE = 16 << 20;

    /// The disk is kept busy from the beginning, and each sync finds most of its work done.
    private static final long BEGIN_EVERY = 32 << 20;

    /// So many of those pieces behind the work, the disk has usually taken what it was told to.
    private static final int GIVEN_BACK_BEHIND = 2;

    private final Target target;
    private final Path path;
    private final FileChannel channel;
    private final boolean sync;
    private final boolean readSoon;
    private final Optional<FileSystemSync.Share> together;
    private final AtomicLong unsynced = new AtomicLong();
    private final Semaphore syncing = new Semaphore(1);
    /// The system tells of a byte it could not write once only, whoever syncs then.
    private volatile Optional<IOException> lost = Optional.empty();
    private Optional<LinuxFile> linux = Optional.empty();
    private volatile long syncEvery = 16 << 20;
    private boolean published;

    private PartFile(Target target, Path path, FileChannel channel, boolean sync, boolean readSoon) {
        this.target = target;
        this.path = path;
        this.channel = channel;
        this.sync = sync;
        this.readSoon = readSoon;
        this.together = sync ? Optional.of(FileSystemSync.join(target.folder())) : Optional.empty();
    }

    /// For content that somebody is about to look at.
    ///
    /// @param sync whether the bytes shall be on the disk when it is published
    /// @param progress told of the name before the file is made, so that a kill in between leaves nothing unnoticed
    static PartFile create(Target target, boolean sync, Progress progress) {
        return create(target, sync, progress, true);
    }

    private static PartFile create(Target target, boolean sync, Progress progress, boolean readSoon) {
        try {
            Path path = Names.part(target.path());
            for (int i = 0; i < TRIES; i++) {
                if (!Files.exists(path)) {
                    progress.unfinished(path);
                    try {
                        return new PartFile(target, path, open(path), sync, readSoon);
                    } catch (FileAlreadyExistsException taken) {
                        // by another program, at this very moment
                    }
                }
                path = Names.anotherPart(target.path());
            }
            throw target.failures().exists();
        } catch (IOException failure) {
            throw target.failures().writing(failure);
        }
    }

    /// For a message, which is kept or sent on: a large one does not stay in memory in place of what is worked with.
    ///
    /// @param messageId of the message it will be
    static PartFile create(Target target, boolean sync, Progress progress, Blob messageId) {
        progress.sealing(messageId);
        return create(target, sync, progress, false);
    }

    private static FileChannel open(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
                }
                : new FileAttribute<?>[0];
        return FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                ownerOnly);
    }

    Path path() {
        return path;
    }

    /// Tells how much will be written, before anything is.
    void expect(long size) {
        if (size >= LARGE) {
            linux = LinuxFile.of(path);
            linux.ifPresent(file -> file.allocate(size));
        }
    }

    void write(ByteBuffer buffer, long position) {
        try {
            long at = position;
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
            writeSoon(position, at);
            syncSometimes(at - position);
        } catch (IOException failure) {
            throw target.failures().writing(failure);
        }
    }

    /// Begins to bring to the disk what is complete, but for a frame or two that other threads have in hand.
    private void writeSoon(long from, long to) {
        long reached = to / BEGIN_EVERY;
        if (sync && reached > from / BEGIN_EVERY) {
            linux.ifPresent(file -> {
                file.startWriting((reached - 1) * BEGIN_EVERY, BEGIN_EVERY);
                if (!readSoon && reached > GIVEN_BACK_BEHIND) {
                    file.giveBack(0, (reached - GIVEN_BACK_BEHIND) * BEGIN_EVERY);
                }
            });
        }
    }

    private void syncSometimes(long bytes) throws IOException {
        if (!sync) {
            return;
        }
        long ahead = unsynced.addAndGet(bytes);
        if (ahead < syncEvery) {
            return;
        }
        if (syncing.tryAcquire()) {
            startToSync();
        } else if (ahead >= FURTHEST_AHEAD * syncEvery) {
            syncing.acquireUninterruptibly();
            // What was waited for may have been this very thing.
            if (unsynced.get() >= syncEvery) {
                syncAndRelease();
            } else {
                syncing.release();
            }
        }
        requireNothingLost();
    }

    private void startToSync() {
        boolean started = false;
        try {
            Thread.ofPlatform().daemon().name("keyhold-sync").start(this::syncAndRelease);
            started = true;
        } finally {
            // Without memory for a thread, others of this file would wait for it for ever.
            if (!started) {
                syncing.release();
            }
        }
    }

    private void syncAndRelease() {
        try {
            long since = unsynced.getAndSet(0);
            long begun = System.nanoTime();
            channel.force(false);
            long nanos = Math.max(1, System.nanoTime() - begun);
            syncEvery = Math.clamp((long) ((double) since / nanos * LONGEST_NANOS), OFTENEST, SELDOMMEST);
        } catch (IOException failure) {
            lost = Optional.of(failure);
        } finally {
            syncing.release();
        }
    }

    private void requireNothingLost() throws IOException {
        if (lost.isPresent()) {
            throw new IOException(lost.get().getMessage(), lost.get());
        }
    }

    /// Appends from the beginning on; not to be mixed with [#write].
    OutputStream stream() {
        var out = Channels.newOutputStream(channel);
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                try {
                    out.write(bytes, offset, length);
                    syncSometimes(length);
                } catch (IOException failure) {
                    throw target.failures().writing(failure);
                }
            }
        };
    }

    long size() {
        try {
            return channel.size();
        } catch (IOException failure) {
            throw target.failures().writing(failure);
        }
    }

    /// Gives the complete file its name.
    ///
    /// @param traits what it gets in place of owner-only and now
    /// @return the name it got; empty if the name was taken meanwhile and the order is to skip
    Optional<Path> publish(Traits traits) {
        try {
            traits.givePermissions(path);
            if (together.isPresent()) {
                syncing.acquireUninterruptibly();
                requireNothingLost();
                if (!together.get().force()) {
                    channel.force(true);
                }
            }
            channel.close();
            traits.giveTime(path);
            Optional<Path> name = Publication.publish(path, target);
            published = name.isPresent();
            if (sync && published) {
                FolderSync.run(target.folder());
            }
            return name;
        } catch (IOException failure) {
            throw target.failures().writing(failure);
        }
    }

    @Override
    public void close() {
        together.ifPresent(FileSystemSync.Share::close);
        if (published) {
            return;
        }
        // The name goes first: with the last gigabytes still in memory, giving those back takes a while, and whoever
        // cancelled should not wait for it.
        if (remove()) {
            Thread.ofVirtual().name("keyhold-part").start(this::closeChannel);
        } else {
            closeChannel();
            remove();
        }
    }

    private boolean remove() {
        try {
            Files.deleteIfExists(path);
            return true;
        } catch (IOException windowsRemovesNoOpenFile) {
            return false;
        }
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException harmless) {
            // What it held is gone or about to go.
        }
    }
}
