package app.keyhold.files;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/// One worker's memory: a frame in the clear and a frame sealed, off the heap, where neither the collector nor the
/// kernel's copy in and out of a channel makes a second one. For one thread; wiped and given back on [#close].
final class FrameBuffers implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment clear;
    private final ByteBuffer plaintext;
    private final ByteBuffer message;

    FrameBuffers(int plaintextSize, int messageSize) {
        clear = arena.allocate(plaintextSize);
        plaintext = clear.asByteBuffer();
        message = arena.allocate(messageSize).asByteBuffer();
    }

    /// Empty, with room for `length` bytes.
    ByteBuffer plaintext(int length) {
        return plaintext.clear().limit(length);
    }

    /// Empty, with room for `length` bytes.
    ByteBuffer message(int length) {
        return message.clear().limit(length);
    }

    @Override
    public void close() {
        clear.fill((byte) 0);
        arena.close();
    }
}
