package app.keyhold.endpoint;

import java.io.OutputStream;
import java.util.Arrays;

/// Gathers an answer that may hold a plaintext: arrays it grows out of are wiped, the last one when it is closed.
final class WipedBuffer extends OutputStream {
    private byte[] bytes = new byte[512];
    private int size;

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        if (length > bytes.length - size) {
            byte[] larger = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
            Arrays.fill(bytes, (byte) 0);
            bytes = larger;
        }
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
