package app.keyhold.kms.key;

import app.keyhold.crypto.AesGcm;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// Version 2: under a key that never leaves its token. After the common start:
///
/// ```
/// 118  the token's nonce, 12 bytes
/// 130  seed, sealed by the token: 32 bytes and a 16-byte tag
/// 178  ciphertext and tag
/// ```
/// A token has no HKDF, so each message gets a random seed of its own, which takes the material's place in version 1; the
/// token seals the seed with AES-256-GCM, bound to key and material. Two messages of one nonce, which become likely only
/// after some 2^48, would show how two random seeds differ and nothing of what they protect.
public final class TokenBlob extends CiphertextBlob {
    static final int VERSION = 2;

    private static final int SEED_BYTES = 32;
    private static final int SEALED_SEED = START + AesGcm.NONCE_BYTES;
    private static final int HEADER = SEALED_SEED + SEED_BYTES + AesGcm.TAG_BYTES;

    private TokenBlob(byte[] bytes) {
        super(bytes);
    }

    static Optional<CiphertextBlob> of(byte[] bytes) {
        return bytes.length >= HEADER + AesGcm.TAG_BYTES && isChecked(bytes, HEADER)
                ? Optional.of(new TokenBlob(bytes))
                : Optional.empty();
    }

    /// The token's part.
    public interface Sealing {
        /// @return ciphertext and tag
        byte[] seal(byte[] nonce, byte[] associatedData, SecretBytes seed);
    }

    /// The token's part.
    public interface Opening {
        SecretBytes open(byte[] nonce, byte[] associatedData, byte[] sealedSeed) throws AEADBadTagException;
    }

    public static Blob seal(
            Key key, KeyMaterial current, Sealing token, EncryptionContext context, SecretBytes plaintext) {
        try (SecretBytes seed = Randomness.secret(SEED_BYTES)) {
            byte[] start = start(VERSION, key.id(), current.id(), Randomness.bytes(16), AesGcm.nonce());
            return sealInsecurely(start, AesGcm.nonce(), seed, token, context, plaintext);
        }
    }

    /// With a given start, nonce and seed, for known-answer tests.
    static Blob sealInsecurely(
            byte[] start,
            byte[] nonce,
            SecretBytes seed,
            Sealing token,
            EncryptionContext context,
            SecretBytes plaintext) {
        try (Derived derived = derive(start, seed)) {
            commit(start, derived);
            byte[] header = joined(start, nonce, token.seal(nonce, names(start), seed));
            putCheck(header);
            byte[] sealed = AesGcm.seal(derived.key(), iv(start), joined(header, context.canonical()), plaintext);
            return Blob.of(joined(header, sealed));
        }
    }

    /// @throws AEADBadTagException if the token's key, context or any byte is not the one it was sealed with
    public SecretBytes open(Opening token, EncryptionContext context) throws AEADBadTagException {
        byte[] header = Arrays.copyOf(bytes, HEADER);
        byte[] start = Arrays.copyOf(bytes, START);
        try (SecretBytes seed = token.open(
                        Arrays.copyOfRange(header, START, SEALED_SEED),
                        names(start),
                        Arrays.copyOfRange(header, SEALED_SEED, HEADER));
                Derived derived = derive(start, seed)) {
            requireCommitted(start, derived);
            return AesGcm.open(
                    derived.key(),
                    iv(start),
                    joined(header, context.canonical()),
                    Arrays.copyOfRange(bytes, HEADER, bytes.length));
        }
    }
}
