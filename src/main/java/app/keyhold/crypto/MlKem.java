package app.keyhold.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.KEM;
import javax.crypto.SecretKey;

/// ML-KEM (FIPS 203): a secret of 32 bytes and its ciphertext, made with a public key and opened with the private one.
///
/// There is no wrong ciphertext of the right length: one that was made for another key, or altered, yields another
/// secret (implicit rejection). The two parties have to compare.
public final class MlKem {
    private MlKem() {}

    /// @param sharedSecret 32 bytes; the receiver closes it
    public record Encapsulated(SecretBytes sharedSecret, Blob ciphertext) {}

    /// @param publicKey SubjectPublicKeyInfo
    public static Encapsulated encapsulate(Blob publicKey) {
        try {
            KEM kem = KEM.getInstance("ML-KEM");
            KEM.Encapsulated made = kem.newEncapsulator(
                            KeyFactory.getInstance("ML-KEM")
                                    .generatePublic(new X509EncodedKeySpec(publicKey.toByteArray())),
                            Randomness.generator())
                    .encapsulate();
            return new Encapsulated(secret(made.key()), Blob.of(made.encapsulation()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not encapsulate with ML-KEM", e);
        }
    }

    /// @param privateKey PKCS #8
    /// @throws BadPaddingException if `ciphertext` is not as long as one of `spec`
    public static SecretBytes decapsulate(KeySpec spec, SecretBytes privateKey, Blob ciphertext)
            throws BadPaddingException {
        if (ciphertext.size() != ciphertextLength(spec)) {
            throw new BadPaddingException();
        }
        byte[] pkcs8 = LatticeKeys.expanded(privateKey);
        try {
            KEM kem = KEM.getInstance("ML-KEM");
            return secret(kem.newDecapsulator(
                            KeyFactory.getInstance("ML-KEM").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)))
                    .decapsulate(ciphertext.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not decapsulate with a key of spec " + spec, e);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    /// In bytes (FIPS 203, table 3).
    public static int ciphertextLength(KeySpec spec) {
        return switch (spec) {
            case ML_KEM_512 -> 768;
            case ML_KEM_768 -> 1088;
            case ML_KEM_1024 -> 1568;
            default -> throw new IllegalArgumentException(spec + " is no ML-KEM spec");
        };
    }

    private static SecretBytes secret(SecretKey key) {
        return SecretBytes.takeOver(key.getEncoded());
    }
}
