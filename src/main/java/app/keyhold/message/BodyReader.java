package app.keyhold.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Takes the body of a message from a stream, framed or not, then the footer, then insists on the end.
///
/// What is sealed in one piece is held and verified before it is given, up to a limit. A longer piece, which is a body
/// without frames or a frame as others may write them, is given part by part before its tag is seen, if that is allowed.
final class BodyReader {
    /// A piece given only once it is verified may have as much.
    static final long MOST_HELD = 64 << 20;

    /// As much as other ways of opening frames keep in memory.
    private static final long MOST_HELD_OF_PROVISIONAL = 32 << 20;

    private static final int UNFRAMED_FRONT = FrameLayout.IV_BYTES + Long.BYTES;

    private final IncomingMessage message;
    private final InputStream in;
    private final FrameOpener opener;
    private final BodyAad aad;
    private final boolean provisional;
    private byte[] frame = new byte[1 << 12];
    private byte[] plaintext = new byte[0];
    private int length;
    private long number;
    private long position;
    private boolean over;
    private Optional<LongPiece> rest = Optional.empty();

    private BodyReader(IncomingMessage message, InputStream in, boolean provisional) {
        this.message = message;
        this.in = in;
        this.provisional = provisional;
        this.opener = message.opener();
        this.aad = new BodyAad(message.header().messageId());
        this.position = message.read().size();
        verify(message.read().body().toByteArray());
        verify(message.read().iv().toByteArray());
        verify(message.read().tag().toByteArray());
    }

    static MessageException tooLong(long offset) {
        return MessageException.tooLong(
                offset, "More than 64 MiB in one piece cannot be verified before they are given away");
    }

    /// Gives nothing that is not verified, but for the signature.
    static BodyReader verified(IncomingMessage message, InputStream in) {
        return new BodyReader(message, in, false);
    }

    /// Gives what is verified only when [#finish] has returned.
    static BodyReader provisional(IncomingMessage message, InputStream in) {
        return new BodyReader(message, in, true);
    }

    /// Reads and opens the next piece; `false` after the last one.
    boolean next() throws IOException {
        if (rest.isPresent()) {
            return nextPart(rest.get());
        }
        if (over) {
            return false;
        }
        number++;
        return message.header().framed() ? frame() : unframed();
    }

    private boolean frame() throws IOException {
        int frameLength = message.header().frameLength();
        take(0, Integer.BYTES);
        over = ByteBuffer.wrap(frame).getInt() == FrameLayout.FINAL_MARK;
        int front = over ? FrameLayout.FINAL_FRONT : FrameLayout.NUMBER_BYTES + FrameLayout.IV_BYTES;
        take(Integer.BYTES, front);
        var fields = ByteBuffer.wrap(frame, 0, front).position(over ? Integer.BYTES : 0);
        int found = fields.getInt();
        if (Integer.toUnsignedLong(found) != number) {
            throw MessageException.damaged(position, "A frame is out of order");
        }
        byte[] iv = new byte[FrameLayout.IV_BYTES];
        fields.get(iv);
        int content = over ? fields.getInt() : frameLength;
        if (content < 0 || content > frameLength) {
            // Spec: decrypt.md#decrypt-the-message-body, "less than or equal to the frame length"
            throw MessageException.damaged(position, "The last frame is longer than a frame may be");
        }
        return piece(front, iv, aad.of(over, found, content), content);
    }

    private boolean unframed() throws IOException {
        over = true;
        take(0, UNFRAMED_FRONT);
        var fields = ByteBuffer.wrap(frame);
        byte[] iv = new byte[FrameLayout.IV_BYTES];
        fields.get(iv);
        long content = fields.getLong();
        if (content < 0 || content > MessageSizes.MOST_UNFRAMED) {
            // Spec: message-body.md, "MUST NOT be greater than 2^36 - 32"
            throw MessageException.damaged(position, "The body is longer than a body may be");
        }
        return piece(UNFRAMED_FRONT, iv, aad.ofUnframed(content), content);
    }

    /// @param front bytes before the ciphertext, which have been taken
    private boolean piece(int front, byte[] iv, byte[] aad, long content) throws IOException {
        if (content > (provisional ? MOST_HELD_OF_PROVISIONAL : MOST_HELD)) {
            if (!provisional) {
                throw tooLong(position);
            }
            verify(Arrays.copyOf(frame, front));
            rest = Optional.of(LongPiece.of(message, iv, aad, content, position));
            position += front;
            length = 0;
            return true;
        }
        int size = front + (int) content + FrameLayout.TAG_BYTES;
        take(front, size);
        verify(frame, size);
        length = (int) content;
        if (plaintext.length < length) {
            plaintext = new byte[length];
        }
        opener.open(iv, aad, ByteBuffer.wrap(frame, front, size - front), ByteBuffer.wrap(plaintext), position);
        position += size;
        return true;
    }

    private boolean nextPart(LongPiece piece) throws IOException {
        int size = piece.nextPart();
        take(0, size);
        verify(frame, size);
        if (plaintext.length < LongPiece.MOST_OUT) {
            plaintext = new byte[LongPiece.MOST_OUT];
        }
        length = piece.open(frame, size, plaintext);
        position += size;
        if (piece.over()) {
            rest = Optional.empty();
        }
        return true;
    }

    ByteBuffer plaintext() {
        return ByteBuffer.wrap(plaintext, 0, length);
    }

    /// Bytes of the message read so far.
    long position() {
        return position;
    }

    /// The signature, and nothing behind it.
    void finish() throws IOException {
        if (message.verifier().isPresent()) {
            take(0, 2);
            int size = Short.toUnsignedInt(ByteBuffer.wrap(frame).getShort());
            take(2, 2 + size);
            byte[] signature = Arrays.copyOfRange(frame, 2, 2 + size);
            if (!message.verifier().get().verify(signature)) {
                throw MessageException.damaged(position, "The signature does not fit the message");
            }
            position += 2 + size;
        }
        if (in.read() >= 0) {
            // Spec: decrypt.md, "if there are available bytes which have not been processed, this operation MUST fail"
            throw MessageException.damaged(position, "Something follows the end of the message");
        }
    }

    private void verify(byte[] bytes) {
        verify(bytes, bytes.length);
    }

    private void verify(byte[] bytes, int size) {
        message.verifier().ifPresent(verifier -> verifier.update(ByteBuffer.wrap(bytes, 0, size)));
    }

    /// Fills the frame buffer from `from` up to `to`, growing it by what really arrives.
    private void take(int from, int to) throws IOException {
        int filled = from;
        while (filled < to) {
            if (filled == frame.length) {
                frame = Arrays.copyOf(frame, Math.min(to, 2 * frame.length));
            }
            int count = in.readNBytes(frame, filled, Math.min(to, frame.length) - filled);
            if (count == 0) {
                throw MessageException.truncated(position + filled);
            }
            filled += count;
        }
    }
}
