package app.keyhold.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/// RSAES-OAEP (RFC 8017, 7.1) with the same hash in MGF1 and no label, as KMS has it.
final class RsaOaep {
    private RsaOaep() {}

    /// 214 bytes for a 2,048-bit modulus and SHA-1.
    static int maxPlaintext(KeySpec spec, EncryptionAlgorithm algorithm) {
        return spec.bits() / 8 - 2 * hashLength(algorithm) - 2;
    }

    /// @param publicKey SubjectPublicKeyInfo
    /// @param plaintext at most [#maxPlaintext] bytes
    static Blob encrypt(EncryptionAlgorithm algorithm, Blob publicKey, SecretBytes plaintext) {
        byte[] plain = plaintext.exposed();
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(publicKey.toByteArray())),
                    parameters(algorithm));
            return Blob.of(cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not encrypt with " + algorithm, e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// @param privateKey PKCS #8
    /// @throws BadPaddingException if `ciphertext` was not made with this key and algorithm; says no more than that
    static SecretBytes decrypt(EncryptionAlgorithm algorithm, SecretBytes privateKey, Blob ciphertext)
            throws BadPaddingException {
        byte[] pkcs8 = privateKey.exposed();
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
                    parameters(algorithm));
            return SecretBytes.takeOver(cipher.doFinal(ciphertext.toByteArray()));
        } catch (BadPaddingException | IllegalBlockSizeException refused) {
            throw new BadPaddingException();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not decrypt with " + algorithm, e);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private static OAEPParameterSpec parameters(EncryptionAlgorithm algorithm) {
        String hash = hashLength(algorithm) == 20 ? "SHA-1" : "SHA-256";
        return new OAEPParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), PSource.PSpecified.DEFAULT);
    }

    private static int hashLength(EncryptionAlgorithm algorithm) {
        return switch (algorithm) {
            case RSAES_OAEP_SHA_1 -> 20;
            case RSAES_OAEP_SHA_256 -> 32;
            case SYMMETRIC_DEFAULT, SM2PKE -> throw new IllegalArgumentException(algorithm + " is no RSA algorithm");
        };
    }
}
