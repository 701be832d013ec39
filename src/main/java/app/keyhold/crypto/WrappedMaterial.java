package app.keyhold.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;

/// Key material on its way into the vault, wrapped under an RSA public key: by RSAES-OAEP directly, or by AES key wrap
/// with padding (RFC 5649) under an AES-256 key that is itself wrapped by RSAES-OAEP and stands in front.
public final class WrappedMaterial {
    private static final int AES_KEY = 32;

    private WrappedMaterial() {}

    /// @param privateKey PKCS #8
    /// @param modulusBytes the wrapping key's length, which the wrapped AES key has too
    /// @throws BadPaddingException if it was not wrapped for this key by this algorithm; says no more than that
    public static SecretBytes unwrap(
            WrappingAlgorithm algorithm, SecretBytes privateKey, int modulusBytes, Blob wrapped)
            throws BadPaddingException {
        return switch (algorithm) {
            case RSAES_OAEP_SHA_1 -> RsaOaep.decrypt(EncryptionAlgorithm.RSAES_OAEP_SHA_1, privateKey, wrapped);
            case RSAES_OAEP_SHA_256 -> RsaOaep.decrypt(EncryptionAlgorithm.RSAES_OAEP_SHA_256, privateKey, wrapped);
            case RSA_AES_KEY_WRAP_SHA_1 ->
                inTwoSteps(EncryptionAlgorithm.RSAES_OAEP_SHA_1, privateKey, modulusBytes, wrapped);
            case RSA_AES_KEY_WRAP_SHA_256 ->
                inTwoSteps(EncryptionAlgorithm.RSAES_OAEP_SHA_256, privateKey, modulusBytes, wrapped);
            case RSAES_PKCS1_V1_5, SM2PKE -> throw new IllegalArgumentException(algorithm + " is not provided");
        };
    }

    /// What somebody who imports does: RSA_AES_KEY_WRAP_SHA_256, which takes material of any length.
    ///
    /// @param publicKey SubjectPublicKeyInfo of an RSA key
    public static Blob wrap(Blob publicKey, SecretBytes material) {
        try (SecretBytes aesKey = Randomness.secret(AES_KEY)) {
            byte[] outer = RsaOaep.encrypt(EncryptionAlgorithm.RSAES_OAEP_SHA_256, publicKey, aesKey)
                    .toByteArray();
            byte[] inner = keyWrap(aesKey, material);
            byte[] both = Arrays.copyOf(outer, outer.length + inner.length);
            System.arraycopy(inner, 0, both, outer.length, inner.length);
            return Blob.of(both);
        }
    }

    private static byte[] keyWrap(SecretBytes aesKey, SecretBytes material) {
        var lent = new RawKey(aesKey.exposed(), "AES");
        byte[] plain = material.exposed();
        try {
            Cipher cipher = Cipher.getInstance("AES/KWP/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, lent);
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES key wrap is not to be had from this Java runtime", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
            lent.destroy();
        }
    }

    private static SecretBytes inTwoSteps(
            EncryptionAlgorithm outer, SecretBytes privateKey, int modulusBytes, Blob wrapped)
            throws BadPaddingException {
        byte[] both = wrapped.toByteArray();
        if (both.length <= modulusBytes) {
            throw new BadPaddingException();
        }
        Blob wrappedKey = Blob.of(Arrays.copyOf(both, modulusBytes));
        try (SecretBytes aesKey = RsaOaep.decrypt(outer, privateKey, wrappedKey)) {
            if (aesKey.length() != AES_KEY) {
                throw new BadPaddingException();
            }
            return keyUnwrap(aesKey, both, modulusBytes);
        }
    }

    private static SecretBytes keyUnwrap(SecretBytes aesKey, byte[] both, int from) throws BadPaddingException {
        var lent = new RawKey(aesKey.exposed(), "AES");
        try {
            Cipher cipher = Cipher.getInstance("AES/KWP/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, lent);
            return SecretBytes.takeOver(cipher.doFinal(both, from, both.length - from));
        } catch (GeneralSecurityException refused) {
            throw new BadPaddingException();
        } finally {
            lent.destroy();
        }
    }
}
