package app.keyhold.message;

import java.nio.ByteBuffer;
import java.util.function.ObjLongConsumer;

/// The frames of a body in bytes. Spec: data-format/message-body.md#framed-data.
///
/// ```
/// regular: number 4 | IV 12 | ciphertext = frame length | tag 16
/// final:   FFFFFFFF | number 4 | IV 12 | length 4 | ciphertext | tag 16
/// ```
///
/// @param headerSize where the first frame begins
/// @param frameLength plaintext bytes of a regular frame
/// @param regularFrames how many come before the final one
/// @param finalLength plaintext bytes of the final frame, 0 to `frameLength`
public record FrameLayout(int headerSize, int frameLength, long regularFrames, int finalLength) {
    static final int NUMBER_BYTES = 4;
    static final int IV_BYTES = 12;
    static final int TAG_BYTES = 16;
    static final int FINAL_MARK = 0xFFFFFFFF;

    /// Bytes a regular frame has beside its content.
    static final int REGULAR_OVERHEAD = NUMBER_BYTES + IV_BYTES + TAG_BYTES; // 32

    /// Bytes the final frame has beside its content.
    static final int FINAL_OVERHEAD = REGULAR_OVERHEAD + 4 + 4; // 40

    /// How much of a final frame [#requireFinal] wants to see: everything before its content.
    public static final int FINAL_FRONT = FINAL_OVERHEAD - TAG_BYTES; // 24

    /// An ECDSA P-384 signature in DER is 8 to 104 bytes long; two bytes say how long.
    static final int SHORTEST_FOOTER = 2 + 8;

    static final int LONGEST_FOOTER = 2 + 104;

    /// Spec: message-body.md#framed-data, "less than or equal to 2^32 - 1".
    static final long MAX_FRAMES = 0xFFFFFFFFL;

    /// Where the frames of a plaintext of `size` bytes go. The last full frame is the final one: spec "SHOULD be equal
    /// to the frame length".
    ///
    /// @throws MessageException if there would be more frames than can be numbered
    public static FrameLayout ofPlaintext(int headerSize, int frameLength, long size) {
        long regular = size == 0 ? 0 : (size - 1) / frameLength;
        if (regular >= MAX_FRAMES) {
            throw MessageException.refused("Too long for one message");
        }
        return new FrameLayout(headerSize, frameLength, regular, (int) (size - regular * frameLength));
    }

    /// @param read fills the buffer with the message's bytes from a position on
    static FrameLayout of(ReadHeader header, long size, ObjLongConsumer<ByteBuffer> read) {
        int frameLength = header.header().frameLength();
        return header.header().suite().signed()
                ? ofSignedMessage(header.size(), frameLength, size, read)
                : ofMessage(header.size(), frameLength, size);
    }

    /// Where the frames of an unsigned message of `size` bytes must be: its length leaves only one way.
    ///
    /// @throws MessageException of kind TRUNCATED if no number of frames has that length
    public static FrameLayout ofMessage(int headerSize, int frameLength, long size) {
        long body = size - headerSize - FINAL_OVERHEAD;
        if (body < 0) {
            throw MessageException.truncated(size);
        }
        long regular = body / (frameLength + REGULAR_OVERHEAD);
        long last = body - regular * (frameLength + REGULAR_OVERHEAD);
        if (last > frameLength || regular >= MAX_FRAMES) {
            throw MessageException.truncated(size);
        }
        return new FrameLayout(headerSize, frameLength, regular, (int) last);
    }

    /// Where the frames of a signed message of `size` bytes say they are. A signature's length varies by some bytes, so
    /// the final frame is looked for at the few places where it can begin.
    ///
    /// @param read fills the buffer with the message's bytes from a position on
    /// @throws MessageException of kind TRUNCATED if there is no final frame with a footer behind it
    public static FrameLayout ofSignedMessage(
            int headerSize, int frameLength, long size, ObjLongConsumer<ByteBuffer> read) {
        long room = size - headerSize - FINAL_OVERHEAD - SHORTEST_FOOTER;
        if (room < 0) {
            throw MessageException.truncated(size);
        }
        long last = room / (frameLength + REGULAR_OVERHEAD);
        long first = Math.max(0, (room - frameLength - LONGEST_FOOTER) / (frameLength + REGULAR_OVERHEAD));
        var front = ByteBuffer.allocate(FINAL_FRONT);
        for (long regular = last; regular >= first; regular--) {
            var probe = new FrameLayout(headerSize, frameLength, regular, 0);
            read.accept(front.clear(), probe.messageOffset(regular));
            int length = front.getInt(front.capacity() - Integer.BYTES);
            var layout = new FrameLayout(headerSize, frameLength, regular, length);
            long footer = size - layout.messageSize();
            boolean isFinal = front.getInt(0) == FINAL_MARK && front.getInt(NUMBER_BYTES) == (int) layout.frames();
            boolean fits = length >= 0 && length <= frameLength;
            if (isFinal && fits && footer >= SHORTEST_FOOTER && footer <= LONGEST_FOOTER) {
                return layout;
            }
        }
        throw MessageException.truncated(size);
    }

    /// Tells a message that was cut off, or that something was added to, from the first bytes of what stands where the
    /// final frame should be: long before the frames in front of it are decrypted.
    ///
    /// @throws MessageException if it is not the front of a final frame of this length
    public void requireFinal(ByteBuffer front) {
        long offset = messageOffset(regularFrames);
        if (front.getInt(0) != FINAL_MARK) {
            throw Integer.toUnsignedLong(front.getInt(0)) == frames()
                    ? MessageException.truncated(messageSize())
                    : MessageException.damaged(offset, "The last frame does not say that it is the last");
        }
        long announced = Integer.toUnsignedLong(front.getInt(FINAL_FRONT - Integer.BYTES));
        if (announced > finalLength && announced <= frameLength) {
            throw MessageException.truncated(messageSize());
        }
        if (announced != finalLength) {
            throw MessageException.damaged(offset, "The last frame has another length than it says");
        }
    }

    public long frames() {
        return regularFrames + 1;
    }

    /// @param index from 0
    public boolean isFinal(long index) {
        return index == regularFrames;
    }

    public int plaintextLength(long index) {
        return isFinal(index) ? finalLength : frameLength;
    }

    public long plaintextOffset(long index) {
        return index * frameLength;
    }

    public int messageLength(long index) {
        return isFinal(index) ? finalLength + FINAL_OVERHEAD : frameLength + REGULAR_OVERHEAD;
    }

    public long messageOffset(long index) {
        return headerSize + index * (frameLength + REGULAR_OVERHEAD);
    }

    public long plaintextSize() {
        return regularFrames * frameLength + finalLength;
    }

    /// Without the footer of a signed message.
    public long messageSize() {
        return messageOffset(regularFrames) + finalLength + FINAL_OVERHEAD;
    }

    /// Bytes of the largest frame.
    public int largestFrame() {
        return regularFrames == 0 ? finalLength + FINAL_OVERHEAD : frameLength + FINAL_OVERHEAD;
    }

    /// Plaintext bytes of the largest frame.
    public int largestPlaintext() {
        return regularFrames == 0 ? finalLength : frameLength;
    }
}
