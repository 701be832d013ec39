package app.keyhold.files;

import app.keyhold.files.archive.OneFile;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/// Lets the content of one file with its name through, and insists on the zeros behind it. Thread-safe.
final class Window {
    private final OneFile file;
    private final PartFile part;
    private final AtomicLong seen = new AtomicLong();

    Window(OneFile file, PartFile part) {
        this.file = file;
        this.part = part;
    }

    void put(ByteBuffer plaintext, long position) {
        int length = plaintext.remaining();
        long begin = Math.clamp(file.front() - position, 0, length);
        long end = Math.clamp(file.front() + file.size() - position, 0, length);
        if (begin < end) {
            part.write(
                    plaintext.slice(plaintext.position() + (int) begin, (int) (end - begin)),
                    position + begin - file.front());
        }
        for (int i = (int) Math.max(begin, end); i < length; i++) {
            if (plaintext.get(plaintext.position() + i) != 0) {
                throw new NotOneFile();
            }
        }
        seen.addAndGet(length);
    }

    /// For plaintext that comes in order.
    OutputStream sink() {
        return new OutputStream() {
            private long written;

            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                put(ByteBuffer.wrap(bytes, offset, length), written);
                written += length;
            }
        };
    }

    void requireWhole() {
        if (seen.get() != file.wholeSize()) {
            throw new NotOneFile();
        }
    }

    /// It says that it is one file with its name, and is not.
    static final class NotOneFile extends RuntimeException {
        NotOneFile() {
            super("More or less than the one file that was announced");
        }
    }
}
