package app.keyhold.message;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.GcmCiphers;
import app.keyhold.crypto.Hkdf;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.message.AlgorithmSuite.Derivation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// What a message derives from its data key: the key of its header and body, and the commitment to it.
/// Spec: client-apis/key-derivation.md and framework/algorithm-suites.md.
final class MessageKeys implements AutoCloseable {
    private static final byte[] KEY_INFO = "DERIVEKEY".getBytes(StandardCharsets.UTF_8);
    private static final byte[] COMMIT_INFO = "COMMITKEY".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NO_SALT = {};

    private final MessageKey key;
    private final Blob commitment;

    private MessageKeys(MessageKey key, Blob commitment) {
        this.key = key;
        this.commitment = commitment;
    }

    /// @throws MessageException of kind DAMAGED if the data key is none of the suite's length
    static MessageKeys derive(SecretBytes dataKey, AlgorithmSuite suite, Blob messageId) {
        if (dataKey.length() != suite.keyBytes()) {
            throw MessageException.damaged(0, "The data key does not have the length that its suite asks for");
        }
        return dataKey.use(bytes -> suite.committing()
                ? committed(bytes, suite, messageId)
                : new MessageKeys(new MessageKey(uncommitted(bytes, suite, messageId)), Blob.of(new byte[0])));
    }

    /// Spec: the salt is the message id, the info the suite id followed by "DERIVEKEY"; "COMMITKEY" alone for the other.
    private static MessageKeys committed(byte[] dataKey, AlgorithmSuite suite, Blob messageId) {
        byte[] salt = messageId.toByteArray();
        return new MessageKeys(
                new MessageKey(hkdf(suite, dataKey, salt, info(suite, KEY_INFO), suite.keyBytes())),
                Blob.of(hkdf(suite, dataKey, salt, COMMIT_INFO, HeaderLayout.COMMITMENT_BYTES)));
    }

    /// Spec: no salt, the info is the suite id followed by the message id.
    private static byte[] uncommitted(byte[] dataKey, AlgorithmSuite suite, Blob messageId) {
        return suite.derivation() == Derivation.NONE
                ? dataKey.clone()
                : hkdf(suite, dataKey, NO_SALT, info(suite, messageId.toByteArray()), suite.keyBytes());
    }

    private static byte[] info(AlgorithmSuite suite, byte[] rest) {
        return ByteBuffer.allocate(2 + rest.length)
                .putShort((short) suite.id())
                .put(rest)
                .array();
    }

    MessageKey key() {
        return key;
    }

    Blob commitment() {
        return commitment;
    }

    /// Keys of a suite that does not commit fit an empty commitment only.
    boolean commitTo(Blob claimed) {
        return MessageDigest.isEqual(commitment.toByteArray(), claimed.toByteArray());
    }

    /// Spec: encrypt.md#construct-the-header, the tag of an empty plaintext over the header body.
    ///
    /// @param iv empty for the one of zeros
    Blob headerTag(Blob body, Blob iv) {
        try {
            var cipher = GcmCiphers.forOneCall();
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    key,
                    new GCMParameterSpec(
                            HeaderLayout.TAG_BYTES * Byte.SIZE,
                            iv.size() == 0 ? new byte[HeaderLayout.IV_BYTES] : iv.toByteArray()));
            cipher.updateAAD(body.toByteArray());
            return Blob.of(cipher.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("AES-GCM is part of every Java", missing);
        }
    }

    boolean authenticate(ReadHeader read) {
        return MessageDigest.isEqual(
                headerTag(read.body(), read.iv()).toByteArray(), read.tag().toByteArray());
    }

    @Override
    public void close() {
        key.destroy();
    }

    private static byte[] hkdf(AlgorithmSuite suite, byte[] dataKey, byte[] salt, byte[] info, int length) {
        return Hkdf.derive(suite.derivation().hash().orElseThrow(), dataKey, salt, info, length);
    }

    /// A key for JCA that can be wiped, which `SecretKeySpec` cannot.
    static final class MessageKey implements SecretKey {
        private static final long serialVersionUID = 1;

        private final transient byte[] bytes;
        private transient volatile boolean destroyed;

        private MessageKey(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public String getAlgorithm() {
            return "AES";
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            if (destroyed) {
                throw new IllegalStateException("This key has been wiped");
            }
            return bytes.clone();
        }

        @Override
        public void destroy() {
            Arrays.fill(bytes, (byte) 0);
            destroyed = true;
        }

        @Override
        public boolean isDestroyed() {
            return destroyed;
        }
    }
}
