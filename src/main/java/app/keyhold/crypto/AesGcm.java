package app.keyhold.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM (NIST SP 800-38D) over small values in one call: wrapped keys and KMS ciphertexts, not files.
///
/// A nonce must never come twice under one key. Callers draw it at random with a key that seals few values, or derive
/// the key itself per message.
public final class AesGcm {
    public static final int KEY_BYTES = 32;
    public static final int NONCE_BYTES = 12;
    public static final int TAG_BYTES = 16;

    private AesGcm() {}

    /// A fresh random nonce.
    public static byte[] nonce() {
        return Randomness.bytes(NONCE_BYTES);
    }

    /// @return ciphertext and tag
    public static byte[] seal(SecretBytes key, byte[] nonce, byte[] associatedData, SecretBytes plaintext) {
        byte[] plain = plaintext.exposed();
        try {
            return run(Cipher.ENCRYPT_MODE, key, nonce, associatedData, plain);
        } catch (AEADBadTagException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// @param sealed ciphertext and tag
    /// @throws AEADBadTagException if key, nonce, associated data or a byte of `sealed` is not the one it was sealed
    /// with
    public static SecretBytes open(SecretBytes key, byte[] nonce, byte[] associatedData, byte[] sealed)
            throws AEADBadTagException {
        if (sealed.length < TAG_BYTES) {
            throw new AEADBadTagException("Shorter than a tag");
        }
        return SecretBytes.takeOver(run(Cipher.DECRYPT_MODE, key, nonce, associatedData, sealed));
    }

    private static byte[] run(int mode, SecretBytes key, byte[] nonce, byte[] associatedData, byte[] input)
            throws AEADBadTagException {
        if (key.length() != KEY_BYTES || nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("Key and nonce must be %d and %d bytes long, were %d and %d"
                    .formatted(KEY_BYTES, NONCE_BYTES, key.length(), nonce.length));
        }
        var lent = new RawKey(key.exposed(), "AES");
        try {
            Cipher cipher = GcmCiphers.forOneCall();
            cipher.init(mode, lent, new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(associatedData);
            return cipher.doFinal(input);
        } catch (AEADBadTagException forged) {
            throw forged;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not to be had from this Java runtime", e);
        } finally {
            lent.destroy();
        }
    }
}
