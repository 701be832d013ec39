package app.keyhold.message;

import app.keyhold.crypto.Blob;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;

/// Decrypts frames of one message whose header is known to be authentic. For one thread at a time; a message may have
/// several.
public final class FrameOpener {
    private final BodyAad aad;
    private final FrameCipher cipher;
    private final byte[] iv = new byte[FrameLayout.IV_BYTES];

    static MessageException notAsWritten(long offset) {
        return MessageException.damaged(offset, "A frame is not what was written");
    }

    FrameOpener(MessageKeys.MessageKey key, Blob messageId, Supplier<FramePath> path) {
        this.aad = new BodyAad(messageId);
        this.cipher = new FrameCipher(key, path);
    }

    /// Decrypts one whole frame, all that remains in `message`, into `plaintext`.
    ///
    /// @param number the frame's place, from 1
    /// @param offset of the frame in the message, for the exception
    /// @throws MessageException of kind DAMAGED if it is not that frame as it was written; `plaintext` then holds
    ///     nothing
    public void open(long number, boolean isFinal, ByteBuffer message, ByteBuffer plaintext, long offset) {
        if (isFinal && message.getInt() != FrameLayout.FINAL_MARK) {
            throw MessageException.damaged(offset, "The last frame does not say that it is the last");
        }
        if (Integer.toUnsignedLong(message.getInt()) != number) {
            throw MessageException.damaged(offset, "A frame is out of order");
        }
        message.get(iv);
        int length = message.remaining() - FrameLayout.TAG_BYTES;
        if (isFinal) {
            length -= Integer.BYTES;
            if (message.getInt() != length) {
                throw MessageException.damaged(offset, "The last frame has another length than it says");
            }
        }
        open(iv, aad.of(isFinal, (int) number, length), message, plaintext, offset);
    }

    /// Decrypts ciphertext and tag, all that remains in `sealed`.
    void open(byte[] iv, byte[] aad, ByteBuffer sealed, ByteBuffer plaintext, long offset) {
        try {
            cipher.open(iv, aad, sealed, plaintext);
        } catch (AEADBadTagException changed) {
            throw notAsWritten(offset);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A frame could not be decrypted", impossible);
        }
    }
}
