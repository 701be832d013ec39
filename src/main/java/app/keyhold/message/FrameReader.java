package app.keyhold.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Takes the frames of a message from a stream one after the other, then the footer, then insists on the end.
final class FrameReader {
    private final IncomingMessage message;
    private final InputStream in;
    private final FrameOpener opener;
    private final int frameLength;
    private byte[] frame = new byte[1 << 12];
    private byte[] plaintext = new byte[0];
    private int length;
    private long number;
    private long position;
    private boolean over;

    FrameReader(IncomingMessage message, InputStream in) {
        this.message = message;
        this.in = in;
        this.opener = message.opener();
        this.frameLength = message.header().frameLength();
        this.position = message.read().size();
        message.verifier().ifPresent(verifier -> {
            verifier.update(ByteBuffer.wrap(message.read().body().toByteArray()));
            verifier.update(ByteBuffer.wrap(message.read().tag().toByteArray()));
        });
    }

    /// Reads and opens the next frame; `false` after the final one.
    boolean next() throws IOException {
        if (over) {
            return false;
        }
        number++;
        take(0, Integer.BYTES);
        over = ByteBuffer.wrap(frame).getInt() == FrameLayout.FINAL_MARK;
        int size;
        if (over) {
            int fixed = FrameLayout.FINAL_OVERHEAD - FrameLayout.TAG_BYTES;
            take(Integer.BYTES, fixed);
            int content = ByteBuffer.wrap(frame).getInt(fixed - Integer.BYTES);
            if (content < 0 || content > frameLength) {
                // Spec: decrypt.md#decrypt-the-message-body, "less than or equal to the frame length"
                throw MessageException.damaged(position, "The last frame is longer than a frame may be");
            }
            size = FrameLayout.FINAL_OVERHEAD + content;
            take(fixed, size);
        } else {
            size = FrameLayout.REGULAR_OVERHEAD + frameLength;
            take(Integer.BYTES, size);
        }
        message.verifier().ifPresent(verifier -> verifier.update(ByteBuffer.wrap(frame, 0, size)));
        length = size - (over ? FrameLayout.FINAL_OVERHEAD : FrameLayout.REGULAR_OVERHEAD);
        if (plaintext.length < length) {
            plaintext = new byte[length];
        }
        opener.open(number, over, ByteBuffer.wrap(frame, 0, size), ByteBuffer.wrap(plaintext), position);
        position += size;
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
            byte[] signature = new byte[size];
            System.arraycopy(frame, 2, signature, 0, size);
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
