package app.keyhold.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// A message's plaintext, to be pulled. The end comes only once everything is verified, the signature too.
final class PlaintextStream extends InputStream {
    private final BodyReader reader;
    private ByteBuffer frame = ByteBuffer.allocate(0);
    private boolean over;

    PlaintextStream(BodyReader reader) {
        this.reader = reader;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!frame.hasRemaining() && !over) {
            if (reader.next()) {
                frame = reader.plaintext();
            } else {
                reader.finish();
                over = true;
            }
        }
        if (length == 0 || over) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, frame.remaining());
        frame.get(bytes, offset, count);
        return count;
    }
}
