package app.keyhold.message;

import app.keyhold.crypto.Blob;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What every frame, or a body without frames, is bound to: message id, kind, number, length. Spec:
/// data-format/message-body-aad.md.
final class BodyAad {
    private static final byte[] REGULAR = "AWSKMSEncryptionClient Frame".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FINAL = "AWSKMSEncryptionClient Final Frame".getBytes(StandardCharsets.UTF_8);

    private static final byte[] UNFRAMED = "AWSKMSEncryptionClient Single Block".getBytes(StandardCharsets.UTF_8);

    private final byte[] regular;
    private final byte[] last;
    private final byte[] unframed;

    BodyAad(Blob messageId) {
        this.regular = template(messageId, REGULAR);
        this.last = template(messageId, FINAL);
        this.unframed = template(messageId, UNFRAMED);
    }

    /// The array is reused by the next call.
    byte[] of(boolean isFinal, int number, int length) {
        return filled(isFinal ? last : regular, number, length);
    }

    /// The array is reused by the next call.
    byte[] ofUnframed(long length) {
        return filled(unframed, 1, length);
    }

    private static byte[] filled(byte[] aad, int number, long length) {
        ByteBuffer.wrap(aad, aad.length - Long.BYTES - Integer.BYTES, Integer.BYTES + Long.BYTES)
                .putInt(number)
                .putLong(length);
        return aad;
    }

    private static byte[] template(Blob messageId, byte[] content) {
        return ByteBuffer.allocate(messageId.size() + content.length + Integer.BYTES + Long.BYTES)
                .put(messageId.toByteArray())
                .put(content)
                .array();
    }
}
