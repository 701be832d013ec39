package app.keyhold.audit;

import app.keyhold.crypto.Blob;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes the canonical form that hashes, signatures and stored rows stand on: big-endian numbers, and everything of
/// variable size behind its length as four bytes.
public final class CanonicalWriter {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[1024];
    private int size;

    public CanonicalWriter raw(byte[] value) {
        return raw(value, 0, value.length);
    }

    CanonicalWriter raw(byte[] value, int from, int length) {
        reserve(length);
        System.arraycopy(value, from, bytes, size, length);
        size += length;
        return this;
    }

    public CanonicalWriter u8(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    public CanonicalWriter u32(int value) {
        reserve(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
        return this;
    }

    public CanonicalWriter i64(long value) {
        reserve(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
        return this;
    }

    /// Over what stands at `position` already.
    void i64At(int position, long value) {
        LONG.set(bytes, position, value);
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
        INT.set(bytes, start - Integer.BYTES, size - start);
    }

    int size() {
        return size;
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
