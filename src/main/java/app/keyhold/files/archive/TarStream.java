package app.keyhold.files.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// Files and folders as a tar stream, made while it is read. It must come out as it was [Measured] before: a file that
/// changes while it is read, or a folder that does, ends it.
///
/// For one thread at a time.
public final class TarStream implements AutoCloseable {
    private final Tree tree;
    private final Measured measured;
    private final Fingerprint fingerprint = new Fingerprint();
    private ByteBuffer pending;
    private Optional<Open> open = Optional.empty();
    private long entries;
    private long bytes;
    private boolean over;

    private record Open(Member member, FileChannel channel) {}

    public TarStream(List<Path> sources, Measured measured) {
        this.tree = new Tree(sources, (_, _) -> {});
        this.measured = measured;
        this.pending = ByteBuffer.wrap(measured.marker().header());
    }

    /// Fills `into`.
    ///
    /// @throws ArchiveException if there is less than was measured, or a file changed
    public void read(ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (!more(into)) {
                throw changed();
            }
        }
    }

    /// The same as a stream, for one reader.
    public InputStream stream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                var into = ByteBuffer.wrap(bytes, offset, length);
                while (into.position() == offset && length > 0) {
                    if (!more(into)) {
                        return -1;
                    }
                }
                return into.position() - offset;
            }
        };
    }

    /// To be asked after everything was read.
    ///
    /// @throws ArchiveException if there would be more
    public void requireEnd() throws IOException {
        if (more(ByteBuffer.allocate(1))) {
            throw changed();
        }
    }

    /// Whether everything is still as it was when it was read.
    public boolean isUnchanged(List<Path> sources) {
        try {
            return Measured.fingerprint(sources).equals(fingerprint.value());
        } catch (ArchiveException gone) {
            return false;
        }
    }

    private boolean more(ByteBuffer into) throws IOException {
        if (pending.hasRemaining()) {
            int count = Math.min(pending.remaining(), into.remaining());
            into.put(pending.slice(pending.position(), count));
            pending.position(pending.position() + count);
        } else if (open.isPresent()) {
            content(open.get(), into);
        } else if (over) {
            return false;
        } else {
            begin(tree.next());
        }
        return true;
    }

    private void begin(Optional<Member> next) {
        over = next.isEmpty();
        if (over && (entries != measured.marker().entries() || bytes != measured.marker().bytes())) {
            throw changed();
        }
        pending = ByteBuffer.wrap(next.map(member -> TarHeader.of(member.entry())).orElse(new byte[TarFormat.END]));
        next.ifPresent(member -> {
            fingerprint.add(member);
            entries++;
            bytes += member.entry().size();
            if (member.entry().kind() == TarEntry.Kind.FILE) {
                open = Optional.of(new Open(member, channel(member)));
            }
        });
    }

    private static FileChannel channel(Member member) {
        try {
            return FileChannel.open(member.file(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException gone) {
            throw changed(member);
        }
    }

    private void content(Open file, ByteBuffer into) throws IOException {
        long left = file.member().entry().size() - file.channel().position();
        if (left > 0) {
            int limit = into.limit();
            into.limit(into.position() + (int) Math.min(left, into.remaining()));
            int count = file.channel().read(into);
            into.limit(limit);
            if (count < 0) {
                throw changed(file.member());
            }
        } else {
            boolean same = file.member().facts().sameAs(FileFacts.of(file.member().file()));
            if (!same || file.channel().size() != file.member().entry().size()) {
                throw changed(file.member());
            }
            closeFile();
            pending = ByteBuffer.allocate(TarFormat.padding(file.member().entry().size()));
        }
    }

    private ArchiveException changed() {
        return ArchiveException.changed("What is in " + measured.sources() + " was changed while it was being read");
    }

    private static ArchiveException changed(Member member) {
        return ArchiveException.changed(member.entry().shownName() + " was changed while it was being read");
    }

    private void closeFile() throws IOException {
        if (open.isPresent()) {
            open.get().channel().close();
            open = Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            closeFile();
        } catch (IOException harmless) {
            // It was only read.
        }
        tree.close();
    }
}
