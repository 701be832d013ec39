package app.keyhold.message;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// What a message derives from its data key: the key of its header and frames, and the commitment to it.
/// Spec: client-apis/key-derivation.md and framework/algorithm-suites.md.
final class MessageKeys implements AutoCloseable {
    static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final byte[] COMMIT_INFO = "COMMITKEY".getBytes(StandardCharsets.UTF_8);

    private final MessageKey key;
    private final Blob commitment;

    private MessageKeys(MessageKey key, Blob commitment) {
        this.key = key;
        this.commitment = commitment;
    }

    static MessageKeys derive(SecretBytes dataKey, AlgorithmSuite suite, Blob messageId) {
        if (dataKey.length() != DataKey.BYTES) {
            throw MessageException.refused("The data key is not 32 bytes long");
        }
        // Spec: info of the derived key is the suite id followed by "DERIVEKEY"
        byte[] keyInfo = ByteBuffer.allocate(2 + "DERIVEKEY".length())
                .putShort((short) suite.id())
                .put("DERIVEKEY".getBytes(StandardCharsets.UTF_8))
                .array();
        byte[] salt = messageId.toByteArray();
        return dataKey.use(bytes -> new MessageKeys(
                new MessageKey(hkdf(bytes, salt, keyInfo, KEY_BYTES)),
                Blob.of(hkdf(bytes, salt, COMMIT_INFO, HeaderLayout.COMMITMENT_BYTES))));
    }

    MessageKey key() {
        return key;
    }

    Blob commitment() {
        return commitment;
    }

    boolean commitTo(Blob claimed) {
        return MessageDigest.isEqual(commitment.toByteArray(), claimed.toByteArray());
    }

    /// Spec: encrypt.md#construct-the-header, the tag of an empty plaintext under IV 0, over the header body.
    Blob headerTag(Blob body) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    key,
                    new GCMParameterSpec(HeaderLayout.TAG_BYTES * Byte.SIZE, new byte[FrameLayout.IV_BYTES]));
            cipher.updateAAD(body.toByteArray());
            return Blob.of(cipher.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("AES-GCM is part of every Java", missing);
        }
    }

    boolean authenticate(Blob body, Blob tag) {
        return MessageDigest.isEqual(headerTag(body).toByteArray(), tag.toByteArray());
    }

    @Override
    public void close() {
        key.destroy();
    }

    private static byte[] hkdf(byte[] dataKey, byte[] salt, byte[] info, int length) {
        try {
            return KDF.getInstance("HKDF-SHA512")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(dataKey)
                            .addSalt(salt)
                            .thenExpand(info, length));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HKDF-SHA512 is part of every Java 25", missing);
        }
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
