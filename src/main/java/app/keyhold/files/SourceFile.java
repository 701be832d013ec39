package app.keyhold.files;

import app.keyhold.files.FileException.Kind;
import app.keyhold.files.archive.Beginning;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A regular file being read, as it was when it was opened. Its size is fixed then: one that grows, shrinks or is
/// written to meanwhile fails with [Kind#SOURCE_CHANGED].
///
/// Symbolic links are refused rather than followed: what would be read, and what its result would be called, are two
/// different files then.
final class SourceFile implements Plaintext, AutoCloseable {
    private final Path path;
    private final Failures failures;
    private final BasicFileAttributes opened;
    private final FileChannel channel;

    private SourceFile(Path path, Failures failures, BasicFileAttributes opened, FileChannel channel) {
        this.path = path;
        this.failures = failures;
        this.opened = opened;
        this.channel = channel;
    }

    static SourceFile open(Path path) {
        var failures = Failures.of(path);
        try {
            // Looked at first: opening a pipe would wait for a writer.
            var attributes = attributes(path);
            requireRegular(attributes, failures, path);
            var channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            return new SourceFile(path, failures, attributes, channel);
        } catch (IOException failure) {
            throw failures.reading(failure);
        }
    }

    private static void requireRegular(BasicFileAttributes attributes, Failures failures, Path path) {
        String name = Names.fileName(path);
        if (attributes.isSymbolicLink()) {
            throw failures.of(
                    Kind.NOT_A_FILE,
                    name + " is a symbolic link; links are not followed.",
                    "Name the file it points to.");
        }
        if (attributes.isDirectory()) {
            throw failures.of(Kind.NOT_A_FILE, name + " is a folder.", "Name the files in it.");
        }
        if (!attributes.isRegularFile()) {
            throw failures.of(
                    Kind.NOT_A_FILE, name + " is a device, pipe or socket.", "Send its bytes as a stream instead.");
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                : Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    Path path() {
        return path;
    }

    Failures failures() {
        return failures;
    }

    @Override
    public long size() {
        return opened.size();
    }

    Traits traits() {
        Optional<Set<PosixFilePermission>> permissions =
                opened instanceof PosixFileAttributes posix ? Optional.of(posix.permissions()) : Optional.empty();
        return new Traits(permissions, Optional.of(opened.lastModifiedTime()));
    }

    @Override
    public void read(ByteBuffer buffer, long position) {
        try {
            long at = position;
            while (buffer.hasRemaining()) {
                int count = channel.read(buffer, at);
                if (count < 0) {
                    throw failures.sourceChanged();
                }
                at += count;
            }
        } catch (IOException failure) {
            throw failures.reading(failure);
        }
    }

    @Override
    public InputStream stream() {
        return stream(0);
    }

    /// Its first bytes, as many as tell what is in it.
    Beginning beginning() {
        if (!Beginning.isPossible(size())) {
            return Beginning.ofAnything();
        }
        var bytes = ByteBuffer.allocate(Beginning.length(size()));
        read(bytes, 0);
        return Beginning.of(bytes.array(), size());
    }

    /// The file from `position` to the size it had when opened; not to be mixed with another stream of the same file.
    InputStream stream(long position) {
        try {
            channel.position(position);
        } catch (IOException failure) {
            throw failures.reading(failure);
        }
        return new BufferedInputStream(new Bounded(Channels.newInputStream(channel), size() - position), 1 << 16);
    }

    /// @throws FileException of kind SOURCE_CHANGED if it is not the file any more that was opened
    void requireUnchanged() {
        try {
            var now = attributes(path);
            boolean same = now.size() == opened.size()
                    && channel.size() == opened.size()
                    && now.lastModifiedTime().equals(opened.lastModifiedTime())
                    && Objects.equals(now.fileKey(), opened.fileKey());
            if (!same) {
                throw failures.sourceChanged();
            }
        } catch (IOException gone) {
            throw failures.sourceChanged();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException harmless) {
            // Nothing was written through it.
        }
    }

    /// Ends where the file ended when it was opened; an earlier end is a change.
    private final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        private Bounded(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0) {
                return -1;
            }
            int count = in.read(bytes, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw failures.sourceChanged();
            }
            left -= count;
            return count;
        }
    }
}
