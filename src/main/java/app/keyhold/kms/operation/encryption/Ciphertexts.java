package app.keyhold.kms.operation.encryption;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.PublicKeyEncryption;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.CiphertextBlob;
import app.keyhold.kms.key.EncryptionContext;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.operation.Require;
import java.util.Map;
import java.util.Optional;
import javax.crypto.BadPaddingException;

/// Seals and opens under a key of either kind. What does not open is one InvalidCiphertextException without a message,
/// whatever the reason.
final class Ciphertexts {
    private final MaterialWrapping materials;

    Ciphertexts(MaterialWrapping materials) {
        this.materials = materials;
    }

    /// @param materialId of a symmetric key
    record Opened(SecretBytes plaintext, Optional<String> materialId) {}

    static EncryptionAlgorithm algorithm(Optional<String> name) {
        return name.map(EncryptionAlgorithm::valueOf).orElse(EncryptionAlgorithm.SYMMETRIC_DEFAULT);
    }

    static void requireFit(Key key, EncryptionAlgorithm algorithm, String operation) {
        Require.usage(key, KeyUsage.ENCRYPT_DECRYPT, operation);
        Require.algorithm(key, algorithm, key.spec().encryptionAlgorithms());
    }

    /// Answers tell it for symmetric keys alone.
    static Optional<String> currentMaterialId(Key key) {
        return key.spec().isSymmetric() ? Optional.of(key.currentMaterial().id()) : Optional.empty();
    }

    Blob seal(Key key, EncryptionAlgorithm algorithm, Map<String, String> context, SecretBytes plaintext) {
        KeyMaterial current = key.currentMaterial();
        if (algorithm == EncryptionAlgorithm.SYMMETRIC_DEFAULT) {
            EncryptionContext bound = EncryptionContext.of(context);
            return materials.with(
                    key, current, material -> CiphertextBlob.seal(key, current, material, bound, plaintext));
        }
        requireNoContext(context);
        int most = PublicKeyEncryption.maxPlaintext(key.spec(), algorithm);
        if (plaintext.length() > most) {
            throw new KmsException(
                    Fault.ValidationException,
                    "Algorithm %s and key spec %s cannot encrypt data larger than %d bytes."
                            .formatted(algorithm, key.spec(), most));
        }
        return PublicKeyEncryption.encrypt(algorithm, current.publicKey().orElseThrow(), plaintext);
    }

    Opened open(Key key, EncryptionAlgorithm algorithm, Map<String, String> context, Blob ciphertext) {
        if (algorithm == EncryptionAlgorithm.SYMMETRIC_DEFAULT) {
            return openSymmetric(key, EncryptionContext.of(context), ciphertext);
        }
        requireNoContext(context);
        SecretBytes plaintext = materials.with(key, key.currentMaterial(), material -> {
            try {
                return PublicKeyEncryption.decrypt(algorithm, material, ciphertext);
            } catch (BadPaddingException forged) {
                throw new KmsException(Fault.InvalidCiphertextException);
            }
        });
        return new Opened(plaintext, Optional.empty());
    }

    private Opened openSymmetric(Key key, EncryptionContext context, Blob ciphertext) {
        CiphertextBlob blob = CiphertextBlob.parse(ciphertext)
                .filter(parsed -> parsed.keyId().equals(key.id()))
                .orElseThrow(() -> new KmsException(Fault.InvalidCiphertextException));
        KeyMaterial sealedUnder = key.material(blob.materialId())
                .orElseThrow(() -> new KmsException(Fault.InvalidCiphertextException));
        SecretBytes plaintext = materials.with(key, sealedUnder, material -> {
            try {
                return blob.open(material, context);
            } catch (BadPaddingException forged) {
                throw new KmsException(Fault.InvalidCiphertextException);
            }
        });
        return new Opened(plaintext, Optional.of(sealedUnder.id()));
    }

    private static void requireNoContext(Map<String, String> context) {
        if (!context.isEmpty()) {
            throw new KmsException(
                    Fault.ValidationException,
                    "An encryption context can only be used with a symmetric encryption key.");
        }
    }
}
