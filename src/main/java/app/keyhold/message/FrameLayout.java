package app.keyhold.message;

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
