package app.keyhold.message;

import java.nio.ByteBuffer;
import java.util.function.ObjLongConsumer;

/// How many bytes the parts of a message have, by its length and the few bytes that tell; nothing of it is proven.
///
/// @param content bytes of plaintext
public record MessageSizes(int header, long body, int footer, long content) {
    /// Spec: message-body.md, of a body without frames.
    static final long MOST_UNFRAMED = (1L << 36) - 32;

    private static final int UNFRAMED_FRONT = FrameLayout.IV_BYTES + Long.BYTES;

    /// @param size of the whole message
    /// @param read fills the buffer with the message's bytes from a position on
    /// @throws MessageException if no message of this header has that length
    public static MessageSizes of(ReadHeader header, long size, ObjLongConsumer<ByteBuffer> read) {
        return header.header().framed() ? framed(header, size, read) : unframed(header, size, read);
    }

    private static MessageSizes framed(ReadHeader read, long size, ObjLongConsumer<ByteBuffer> bytes) {
        var layout = FrameLayout.of(read, size, bytes);
        return new MessageSizes(
                read.size(),
                layout.messageSize() - read.size(),
                (int) (size - layout.messageSize()),
                layout.plaintextSize());
    }

    private static MessageSizes unframed(ReadHeader read, long size, ObjLongConsumer<ByteBuffer> bytes) {
        var front = ByteBuffer.allocate(UNFRAMED_FRONT);
        if (size < read.size() + UNFRAMED_FRONT + FrameLayout.TAG_BYTES) {
            throw MessageException.truncated(size);
        }
        bytes.accept(front, read.size());
        long content = front.getLong(FrameLayout.IV_BYTES);
        if (content < 0 || content > MOST_UNFRAMED) {
            throw MessageException.damaged(read.size(), "The body is longer than a body may be");
        }
        long body = UNFRAMED_FRONT + content + FrameLayout.TAG_BYTES;
        long footer = size - read.size() - body;
        boolean signed = read.header().suite().signed();
        if (footer < (signed ? FrameLayout.SHORTEST_FOOTER : 0)) {
            throw MessageException.truncated(size);
        }
        if (footer > (signed ? FrameLayout.LONGEST_FOOTER : 0)) {
            throw MessageException.damaged(read.size() + body, "Something follows the end of the message");
        }
        return new MessageSizes(read.size(), body, (int) footer, content);
    }
}
