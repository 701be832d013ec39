package app.keyhold.message;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.GcmCiphers;
import app.keyhold.crypto.SecretBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// Bytes that were changed at random, made authentic again under a data key of zeros as far as they have the shape of a
/// message: commitment, header tag and the tag of each piece of the body are put right. What is refused then is refused
/// for its shape, which no tag stands in front of any more.
final class HealedMessage implements Keyring {
    private final AlgorithmSuite suite;
    private final byte[] bytes;

    private HealedMessage(AlgorithmSuite suite, byte[] bytes) {
        this.suite = suite;
        this.bytes = bytes;
    }

    /// @throws MessageException if the bytes do not begin with a header
    static HealedMessage of(byte[] given) throws IOException {
        byte[] bytes = given.clone();
        var read = HeaderReader.read(new ByteArrayInputStream(bytes));
        var suite = read.header().suite();
        try (var keys = keys(suite, read.header().messageId())) {
            byte[] commitment = keys.commitment().toByteArray();
            System.arraycopy(commitment, 0, bytes, read.body().size() - commitment.length, commitment.length);
            byte[] tag = keys.headerTag(Blob.of(Arrays.copyOf(bytes, read.body().size())), read.iv())
                    .toByteArray();
            System.arraycopy(tag, 0, bytes, read.body().size() + read.iv().size(), tag.length);
            new Body(bytes, read, keys).heal();
        }
        return new HealedMessage(suite, bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public DataKey generate(Map<String, String> context) {
        throw new UnsupportedOperationException("Only opens");
    }

    @Override
    public SecretBytes unwrap(List<EncryptedDataKey> wrapped, Map<String, String> context) {
        return SecretBytes.takeOver(new byte[suite.keyBytes()]);
    }

    private static MessageKeys keys(AlgorithmSuite suite, Blob messageId) {
        return MessageKeys.derive(SecretBytes.takeOver(new byte[suite.keyBytes()]), suite, messageId);
    }

    /// Walks the body as far as its lengths make sense.
    private static final class Body {
        private final byte[] bytes;
        private final Header header;
        private final MessageKeys keys;
        private final BodyAad aad;
        private int at;

        private Body(byte[] bytes, ReadHeader read, MessageKeys keys) {
            this.bytes = bytes;
            this.header = read.header();
            this.keys = keys;
            this.aad = new BodyAad(header.messageId());
            this.at = read.size();
        }

        void heal() {
            if (!header.framed()) {
                if (left() >= 20) {
                    long length = ByteBuffer.wrap(bytes).getLong(at + 12);
                    seal(at, at + 20, length, aad.ofUnframed(length));
                }
                return;
            }
            boolean last = false;
            while (!last && left() >= FrameLayout.FINAL_FRONT) {
                var fields = ByteBuffer.wrap(bytes);
                last = fields.getInt(at) == FrameLayout.FINAL_MARK;
                int number = fields.getInt(last ? at + 4 : at);
                int length = last ? fields.getInt(at + 20) : header.frameLength();
                int iv = last ? at + 8 : at + 4;
                last |= !seal(iv, last ? at + 24 : at + 16, length, aad.of(last, number, length));
            }
        }

        private int left() {
            return bytes.length - at;
        }

        private boolean seal(int iv, int content, long length, byte[] aad) {
            if (length < 0 || length > bytes.length - content - FrameLayout.TAG_BYTES) {
                return false;
            }
            try {
                var cipher = GcmCiphers.ofTheJdk();
                cipher.init(Cipher.ENCRYPT_MODE, keys.key(), new GCMParameterSpec(128, bytes, iv, 12));
                cipher.updateAAD(aad);
                byte[] sealed = cipher.doFinal(bytes, content, (int) length);
                System.arraycopy(sealed, 0, bytes, content, sealed.length);
                at = content + sealed.length;
                return true;
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
