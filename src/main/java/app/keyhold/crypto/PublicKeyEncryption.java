package app.keyhold.crypto;

import javax.crypto.BadPaddingException;

/// Encryption with a public key, by every algorithm there is.
public final class PublicKeyEncryption {
    private PublicKeyEncryption() {}

    /// 214 bytes for a 2,048-bit modulus and OAEP with SHA-1.
    public static int maxPlaintext(KeySpec spec, EncryptionAlgorithm algorithm) {
        return algorithm == EncryptionAlgorithm.SM2PKE
                ? Sm2Encryption.MAX_PLAINTEXT
                : RsaOaep.maxPlaintext(spec, algorithm);
    }

    /// @param publicKey SubjectPublicKeyInfo
    /// @param plaintext at most [#maxPlaintext] bytes
    public static Blob encrypt(EncryptionAlgorithm algorithm, Blob publicKey, SecretBytes plaintext) {
        return algorithm == EncryptionAlgorithm.SM2PKE
                ? Sm2Encryption.encrypt(publicKey, plaintext)
                : RsaOaep.encrypt(algorithm, publicKey, plaintext);
    }

    /// @param privateKey PKCS #8
    /// @throws BadPaddingException if `ciphertext` was not made with this key and algorithm; says no more than that
    public static SecretBytes decrypt(EncryptionAlgorithm algorithm, SecretBytes privateKey, Blob ciphertext)
            throws BadPaddingException {
        return algorithm == EncryptionAlgorithm.SM2PKE
                ? Sm2Encryption.decrypt(privateKey, ciphertext)
                : RsaOaep.decrypt(algorithm, privateKey, ciphertext);
    }
}
