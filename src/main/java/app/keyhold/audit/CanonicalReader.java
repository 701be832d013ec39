package app.keyhold.audit;

import app.keyhold.crypto.Blob;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what [CanonicalWriter] wrote and nothing else: a length is held against what is left before anything is
/// allocated, text must be valid UTF-8, and [#requireEnd] refuses bytes after the end.
public final class CanonicalReader {
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;
    private final int end;
    private int position;

    public CanonicalReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private CanonicalReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    public boolean hasMore() {
        return position < end;
    }

    public int remaining() {
        return end - position;
    }

    public void requireRaw(byte[] expected, String what) {
        int start = advance(expected.length);
        if (!Arrays.equals(bytes, start, start + expected.length, expected, 0, expected.length)) {
            throw new MalformedRecordException("This is no " + what + ", or one of a newer version");
        }
    }

    public int u8() {
        return bytes[advance(1)] & 0xFF;
    }

    /// The next byte, left where it is.
    int peek() {
        if (!hasMore()) {
            throw new MalformedRecordException("Cut short");
        }
        return bytes[position] & 0xFF;
    }

    public int u32() {
        int value = ByteBuffer.wrap(bytes, advance(Integer.BYTES), Integer.BYTES).getInt();
        if (value < 0) {
            throw new MalformedRecordException("Length beyond 2 GiB");
        }
        return value;
    }

    public long i64() {
        return ByteBuffer.wrap(bytes, advance(Long.BYTES), Long.BYTES).getLong();
    }

    public byte[] raw(int length) {
        int start = advance(length);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    public Blob blob() {
        return Blob.taking(raw(u32()));
    }

    public Blob blob(int length) {
        if (u32() != length) {
            throw new MalformedRecordException("Not " + length + " bytes");
        }
        return Blob.taking(raw(length));
    }

    public String text() {
        int length = u32();
        int start = advance(length);
        String text = new String(bytes, start, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0
                && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, start, position))) {
            throw new MalformedRecordException("Text is not UTF-8");
        }
        return text;
    }

    /// A part of its own, behind its length.
    CanonicalReader part() {
        int length = u32();
        int start = advance(length);
        return new CanonicalReader(bytes, start, start + length);
    }

    public void requireEnd() {
        if (hasMore()) {
            throw new MalformedRecordException(remaining() + " bytes too many");
        }
    }

    private int advance(int length) {
        if (length < 0 || length > end - position) {
            throw new MalformedRecordException("Cut short");
        }
        int start = position;
        position += length;
        return start;
    }
}
