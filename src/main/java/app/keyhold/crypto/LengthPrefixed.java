package app.keyhold.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Joins fields so that no two lists of fields give the same bytes: each comes after its length in 4 bytes, big-endian.
public final class LengthPrefixed {
    private LengthPrefixed() {}

    /// The fields as UTF-8.
    public static byte[] join(String... fields) {
        var encoded = new byte[fields.length][];
        for (int i = 0; i < fields.length; i++) {
            encoded[i] = fields[i].getBytes(StandardCharsets.UTF_8);
        }
        return join(encoded);
    }

    public static byte[] join(byte[]... fields) {
        int size = 0;
        for (byte[] field : fields) {
            size = Math.addExact(size, Integer.BYTES + field.length);
        }
        ByteBuffer joined = ByteBuffer.allocate(size);
        for (byte[] field : fields) {
            joined.putInt(field.length).put(field);
        }
        return joined.array();
    }
}
