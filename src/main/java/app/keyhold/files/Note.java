package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.files.archive.RawName;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The note of one batch while it is worked on. Not synced: it is for a process that dies, not for a machine.
final class Note implements AutoCloseable {
    static final String PURPOSE = "note";
    static final int ORDER = 1;
    static final int PART = 2;
    static final int FINISHED = 3;
    private static final int TOGETHER = 64;
    private static final int AN_ENTRY = 1_000;

    private final Path file;
    private final FileChannel channel;
    private final SecretBytes key;
    private final List<Path> published = new ArrayList<>();
    private boolean closed;

    /// @param channel at the end of the magic, locked
    /// @param key the note's own from now on
    Note(Path file, FileChannel channel, SecretBytes key) {
        this.file = file;
        this.channel = channel;
        this.key = key;
    }

    void order(BatchOrder order, Instant now) {
        write(ORDER, out -> {
            out.writeLong(now.toEpochMilli());
            NoteOrders.write(out, order);
        });
    }

    /// A file has begun to be written.
    ///
    /// @param messageId if it is a message
    void part(Path source, Path part, Optional<Blob> messageId) {
        write(PART, out -> {
            path(out, source);
            path(out, part);
            text(out, messageId.map(Blob::hex).orElse(""));
        });
    }

    /// Nothing is left to be done about a file.
    void finished(Path source) {
        finished(List.of(source));
    }

    /// Nothing is left to be done about a file that has its name. Its message is noted, so that this can be told from the
    /// disk, too, and many are written down together.
    synchronized void published(Path source) {
        published.add(source);
        if (published.size() >= TOGETHER) {
            finished(published);
            published.clear();
        }
    }

    void finished(Collection<Path> sources) {
        List<Path> all = List.copyOf(sources);
        for (int from = 0; from < all.size(); from += AN_ENTRY) {
            List<Path> some = all.subList(from, Math.min(from + AN_ENTRY, all.size()));
            write(FINISHED, out -> {
                out.writeInt(some.size());
                for (Path source : some) {
                    path(out, source);
                }
            });
        }
    }

    static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    interface Fields {
        void write(DataOutputStream out) throws IOException;
    }

    private synchronized void write(int kind, Fields fields) {
        if (closed) {
            return;
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(kind);
            fields.write(out);
            try (var entry = SecretBytes.takeOver(bytes.toByteArray())) {
                append(KeyWrap.wrap(key, entry, PURPOSE).toByteArray());
            }
        } catch (IOException forgotten) {
            // The work goes on; what is not noted is not found after a crash.
        }
    }

    void append(byte[] entry) throws IOException {
        var framed = ByteBuffer.allocate(Integer.BYTES + entry.length).putInt(entry.length).put(entry).flip();
        while (framed.hasRemaining()) {
            channel.write(framed);
        }
    }

    static void path(DataOutputStream out, Path path) throws IOException {
        text(out, RawName.text(absolute(path)));
    }

    static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    /// The batch is over: nothing is left to find.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        key.close();
        try {
            Files.deleteIfExists(file);
            channel.close();
        } catch (IOException stillOpen) {
            // Windows removes no open file.
            closeThenRemove();
        }
    }

    private void closeThenRemove() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // Found at the next start, with nothing to do in it.
        }
    }
}
