package app.keyhold.crypto.token;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One message between Keyhold and the process that holds a token:
///
/// ```
/// 0   magic "KHT1"
/// 4   length of what follows, at most 64 KiB
/// 8   number of the request
/// 16  kind
/// 17  fields, each behind its length in 4 bytes
/// ```
///
/// @param kind of a request its [Order], of an answer its [Answer]
record Frame(long number, int kind, List<byte[]> fields) {
    private static final byte[] MAGIC = {'K', 'H', 'T', '1'};
    private static final int HEAD = MAGIC.length + Integer.BYTES;
    private static final int LEAST = Long.BYTES + 1;
    private static final int MOST = 1 << 16;

    /// What is asked. The order of the constants is the protocol.
    enum Order {
        LIST,
        CONNECT,
        GENERATE,
        HOLDS,
        DELETE,
        SEAL,
        OPEN,
        RANDOM
    }

    /// How it went. The order of the constants is the protocol.
    enum Answer {
        DONE,
        /// Not sealed under this key, nonce and data.
        BAD_TAG,
        /// Reason and sentence.
        FAILED
    }

    static Frame of(long number, Enum<?> kind, byte[]... fields) {
        return new Frame(number, kind.ordinal(), List.of(fields));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String text(int field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }

    byte[] bytes(int field) {
        return fields.get(field);
    }

    /// @throws IllegalArgumentException if it is too long
    void writeTo(OutputStream out) throws IOException {
        int size = LEAST + fields.stream().mapToInt(field -> Integer.BYTES + field.length).sum();
        if (size > MOST) {
            throw new IllegalArgumentException("A message to a token holds at most " + MOST + " bytes");
        }
        ByteBuffer whole = ByteBuffer.allocate(HEAD + size)
                .put(MAGIC)
                .putInt(size)
                .putLong(number)
                .put((byte) kind);
        fields.forEach(field -> whole.putInt(field.length).put(field));
        try {
            out.write(whole.array());
            out.flush();
        } finally {
            Arrays.fill(whole.array(), (byte) 0);
        }
    }

    /// Empty at the end of the stream.
    ///
    /// @throws IOException also if what comes is no message
    static Optional<Frame> readFrom(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (head.length == 0) {
            return Optional.empty();
        }
        if (head.length < HEAD || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("What came from the token's process is no message");
        }
        int size = ByteBuffer.wrap(head).getInt(MAGIC.length);
        if (size < LEAST || size > MOST) {
            throw new IOException("A message of " + size + " bytes came from the token's process");
        }
        byte[] body = in.readNBytes(size);
        if (body.length < size) {
            throw new EOFException("The token's process ended within a message");
        }
        try {
            return Optional.of(parse(ByteBuffer.wrap(body)));
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private static Frame parse(ByteBuffer body) throws IOException {
        long number = body.getLong();
        int kind = body.get();
        List<byte[]> fields = new ArrayList<>();
        while (body.hasRemaining()) {
            int length = body.remaining() < Integer.BYTES ? -1 : body.getInt();
            if (length < 0 || length > body.remaining()) {
                throw new IOException("A message from the token's process is cut short");
            }
            byte[] field = new byte[length];
            body.get(field);
            fields.add(field);
        }
        return new Frame(number, kind, fields);
    }

    void wipe() {
        fields.forEach(field -> Arrays.fill(field, (byte) 0));
    }
}
