package app.keyhold.message;

import app.keyhold.crypto.LongAesGcm;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/// A piece of a body that is too long to be held, opened part by part. Nothing of it is authentic before it is over.
final class LongPiece {
    private static final int PART = 1 << 18;

    /// What one part may give: the cipher keeps some bytes back, which may be the tag.
    static final int MOST_OUT = PART + 32;

    private final LongAesGcm cipher;
    private final long offset;
    private long left;

    private LongPiece(LongAesGcm cipher, long offset, long left) {
        this.cipher = cipher;
        this.offset = offset;
        this.left = left;
    }

    /// @param content bytes of plaintext
    /// @param offset of the piece in the message
    static LongPiece of(IncomingMessage message, byte[] iv, byte[] aad, long content, long offset) {
        byte[] key = message.key().getEncoded();
        try {
            return new LongPiece(new LongAesGcm(key, iv, aad), offset, content + FrameLayout.TAG_BYTES);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Bytes of ciphertext and tag to be given next.
    int nextPart() {
        return (int) Math.min(PART, left);
    }

    boolean over() {
        return left == 0;
    }

    /// @return bytes of plaintext
    /// @throws MessageException of kind DAMAGED if this was the last part and the piece is not what was written
    int open(byte[] sealed, int size, byte[] plaintext) {
        int length = cipher.update(sealed, 0, size, plaintext);
        left -= size;
        if (left > 0) {
            return length;
        }
        byte[] last = new byte[MOST_OUT - PART];
        try {
            int more = cipher.finish(last);
            System.arraycopy(last, 0, plaintext, length, more);
            return length + more;
        } catch (AEADBadTagException changed) {
            throw FrameOpener.notAsWritten(offset);
        }
    }
}
