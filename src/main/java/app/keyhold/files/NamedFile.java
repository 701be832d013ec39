package app.keyhold.files;

import app.keyhold.files.archive.OneFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;

/// A file together with its name, permissions and time, as [OneFile] has it.
final class NamedFile implements Plaintext {
    private final byte[] front;
    private final SourceFile file;
    private final byte[] tail;

    private NamedFile(byte[] front, SourceFile file) {
        this.front = front;
        this.file = file;
        this.tail = new byte[OneFile.tail(file.size())];
    }

    static NamedFile of(SourceFile file) {
        try {
            return new NamedFile(OneFile.front(file.path(), file.size()), file);
        } catch (IOException failure) {
            throw file.failures().reading(failure);
        }
    }

    @Override
    public long size() {
        return front.length + file.size() + tail.length;
    }

    @Override
    public void read(ByteBuffer buffer, long position) {
        long at = position;
        while (buffer.hasRemaining()) {
            at += part(buffer, at);
        }
    }

    private int part(ByteBuffer buffer, long at) {
        long inside = at - front.length;
        if (inside < 0) {
            return copy(front, (int) at, buffer);
        }
        if (inside >= file.size()) {
            return copy(tail, (int) (inside - file.size()), buffer);
        }
        int limit = buffer.limit();
        int count = (int) Math.min(buffer.remaining(), file.size() - inside);
        buffer.limit(buffer.position() + count);
        file.read(buffer, inside);
        buffer.limit(limit);
        return count;
    }

    private static int copy(byte[] from, int at, ByteBuffer buffer) {
        int count = Math.min(buffer.remaining(), from.length - at);
        buffer.put(from, at, count);
        return count;
    }

    @Override
    public InputStream stream() {
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(front), file.stream(0), new ByteArrayInputStream(tail))));
    }
}
