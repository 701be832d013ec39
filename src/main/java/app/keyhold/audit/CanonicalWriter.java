package app.keyhold.audit;

import app.keyhold.crypto.Blob;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes the canonical form that hashes, signatures and stored rows stand on: big-endian numbers, and everything of
/// variable size behind its length as four bytes.
public final class CanonicalWriter {
    private byte[] bytes = new byte[512];
    private int size;

    public CanonicalWriter raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    public CanonicalWriter u8(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    public CanonicalWriter u32(int value) {
        reserve(Integer.BYTES);
        ByteBuffer.wrap(bytes, size, Integer.BYTES).putInt(value);
        size += Integer.BYTES;
        return this;
    }

    public CanonicalWriter i64(long value) {
        reserve(Long.BYTES);
        ByteBuffer.wrap(bytes, size, Long.BYTES).putLong(value);
        size += Long.BYTES;
        return this;
    }

    public CanonicalWriter bytes(byte[] value) {
        return u32(value.length).raw(value);
    }

    public CanonicalWriter bytes(Blob value) {
        return bytes(value.toByteArray());
    }

    /// @throws IllegalArgumentException if `value` holds half a surrogate pair, which UTF-8 cannot say
    public CanonicalWriter text(String value) {
        if (hasLoneSurrogate(value)) {
            throw new IllegalArgumentException("Text with half a surrogate pair has no canonical form");
        }
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /// Starts a part whose length is not known yet; answers where it starts, for [#end].
    int begin() {
        u32(0);
        return size;
    }

    void end(int start) {
        ByteBuffer.wrap(bytes).putInt(start - Integer.BYTES, size - start);
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    static boolean hasLoneSurrogate(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                try {
                    StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
                    return false;
                } catch (CharacterCodingException lone) {
                    return true;
                }
            }
        }
        return false;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length * 2));
        }
    }
}
