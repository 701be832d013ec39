package app.keyhold.message;

import app.keyhold.crypto.Blob;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;

/// Encrypts frames of one message. For one thread at a time; a message may have several.
public final class FrameSealer {
    private final BodyAad aad;
    private final FrameCipher cipher;

    FrameSealer(MessageKeys.MessageKey key, Blob messageId, Supplier<FramePath> path) {
        this.aad = new BodyAad(messageId);
        this.cipher = new FrameCipher(key, path);
    }

    /// Encrypts all that remains in `plaintext` and puts the whole frame into `message`.
    public void seal(OutgoingMessage.Frame frame, boolean isFinal, ByteBuffer plaintext, ByteBuffer message) {
        int number = frame.use();
        // Spec: encrypt.md#construct-a-frame, "The IV is the sequence number"
        byte[] iv = ByteBuffer.allocate(FrameLayout.IV_BYTES)
                .putInt(FrameLayout.IV_BYTES - FrameLayout.NUMBER_BYTES, number)
                .array();
        int length = plaintext.remaining();
        if (isFinal) {
            message.putInt(FrameLayout.FINAL_MARK);
        }
        message.putInt(number).put(iv);
        if (isFinal) {
            message.putInt(length);
        }
        try {
            cipher.seal(iv, aad.of(isFinal, number, length), plaintext, message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A frame could not be encrypted", impossible);
        }
    }
}
