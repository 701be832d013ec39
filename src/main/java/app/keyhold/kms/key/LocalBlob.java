package app.keyhold.kms.key;

import app.keyhold.crypto.AesGcm;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// Version 1: sealed by Keyhold itself, under a material of its own. No Region or account is named: related multi-Region
/// keys open each other's.
public final class LocalBlob extends CiphertextBlob {
    static final int VERSION = 1;

    private LocalBlob(byte[] bytes) {
        super(bytes);
    }

    static Optional<CiphertextBlob> of(byte[] bytes) {
        return isChecked(bytes, START) ? Optional.of(new LocalBlob(bytes)) : Optional.empty();
    }

    public static Blob seal(
            Key key, KeyMaterial current, SecretBytes material, EncryptionContext context, SecretBytes plaintext) {
        return sealInsecurely(
                key.id(), current.id(), material, context, plaintext, Randomness.bytes(16), AesGcm.nonce());
    }

    /// With a given salt and IV, for known-answer tests: the same two for two plaintexts give both away.
    static Blob sealInsecurely(
            String keyId,
            String materialId,
            SecretBytes material,
            EncryptionContext context,
            SecretBytes plaintext,
            byte[] salt,
            byte[] iv) {
        byte[] header = start(VERSION, keyId, materialId, salt, iv);
        try (Derived derived = derive(header, material)) {
            commit(header, derived);
            putCheck(header);
            byte[] sealed = AesGcm.seal(derived.key(), iv, joined(header, context.canonical()), plaintext);
            return Blob.of(joined(header, sealed));
        }
    }

    /// @throws AEADBadTagException if material, context or any byte is not the one it was sealed with
    public SecretBytes open(SecretBytes material, EncryptionContext context) throws AEADBadTagException {
        byte[] header = Arrays.copyOf(bytes, START);
        try (Derived derived = derive(header, material)) {
            requireCommitted(header, derived);
            return AesGcm.open(
                    derived.key(),
                    iv(header),
                    joined(header, context.canonical()),
                    Arrays.copyOfRange(bytes, START, bytes.length));
        }
    }
}
