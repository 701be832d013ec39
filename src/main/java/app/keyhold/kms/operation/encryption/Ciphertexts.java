package app.keyhold.kms.operation.encryption;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.PublicKeyEncryption;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import app.keyhold.kms.key.CiphertextBlob;
import app.keyhold.kms.key.EncryptionContext;
import app.keyhold.kms.key.ExternalBlob;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.LocalBlob;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.Substance;
import app.keyhold.kms.key.TokenBlob;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.keystore.XksCiphertext;
import app.keyhold.kms.keystore.XksProblem;
import app.keyhold.kms.operation.Require;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.BadPaddingException;

/// Seals and opens under a key of either kind. What does not open is one InvalidCiphertextException without a message,
/// whatever the reason.
public final class Ciphertexts {
    private final MaterialWrapping materials;
    private final KeyStoreConnections stores;

    /// @param materials of the Region whose keys are used
    /// @param stores where keys are whose secret is elsewhere
    public Ciphertexts(MaterialWrapping materials, KeyStoreConnections stores) {
        this.materials = materials;
        this.stores = stores;
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

    Blob seal(
            View view, Key key, EncryptionAlgorithm algorithm, Map<String, String> context, SecretBytes plaintext) {
        if (algorithm == EncryptionAlgorithm.SYMMETRIC_DEFAULT) {
            return sealSymmetric(view, key, EncryptionContext.of(context), plaintext);
        }
        requireNoContext(context);
        int most = PublicKeyEncryption.maxPlaintext(key.spec(), algorithm);
        if (plaintext.length() > most) {
            throw new KmsException(
                    Fault.ValidationException,
                    "Algorithm %s and key spec %s cannot encrypt data larger than %d bytes."
                            .formatted(algorithm, key.spec(), most));
        }
        return PublicKeyEncryption.encrypt(
                algorithm, key.currentMaterial().publicKey().orElseThrow(), plaintext);
    }

    Opened open(
            View view, Key key, EncryptionAlgorithm algorithm, Map<String, String> context, Blob ciphertext) {
        if (algorithm == EncryptionAlgorithm.SYMMETRIC_DEFAULT) {
            return openSymmetric(view, key, EncryptionContext.of(context), ciphertext);
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

    private Blob sealSymmetric(View view, Key key, EncryptionContext context, SecretBytes plaintext) {
        KeyMaterial current = key.currentMaterial();
        return switch (current.substance()) {
            case Substance.Wrapped _ ->
                materials.with(key, current, material -> LocalBlob.seal(key, current, material, context, plaintext));
            case Substance.InToken(String label) ->
                stores.withToken(view, key, token -> TokenBlob.seal(
                        key,
                        current,
                        (nonce, data, seed) -> token.seal(label, nonce, data, seed),
                        context,
                        plaintext));
            case Substance.External(String xksKeyId, _) ->
                materials.with(key, current, material ->
                                ExternalBlob.inner(key, current, material, context, plaintext))
                        .seal(sealing(view, key, xksKeyId));
            case Substance.Absent _ -> throw new IllegalStateException("A key without material came past its state");
        };
    }

    /// The material's id in a blob is not authentic, and neither is its version: a blob that says another way than its
    /// material's is forged.
    private Opened openSymmetric(View view, Key key, EncryptionContext context, Blob ciphertext) {
        CiphertextBlob blob = CiphertextBlob.parse(ciphertext)
                .filter(parsed -> parsed.keyId().equals(key.id()))
                .orElseThrow(() -> new KmsException(Fault.InvalidCiphertextException));
        KeyMaterial sealedUnder = key.material(blob.materialId())
                .orElseThrow(() -> new KmsException(Fault.InvalidCiphertextException));
        SecretBytes plaintext =
                switch (new Way(sealedUnder.substance(), blob)) {
                    case Way(Substance.Wrapped _, LocalBlob local) ->
                        materials.with(key, sealedUnder, material -> opened(() -> local.open(material, context)));
                    case Way(Substance.InToken(String label), TokenBlob inToken) ->
                        stores.withToken(view, key, token -> opened(() -> inToken.open(
                                (nonce, data, seed) -> token.open(label, nonce, data, seed), context)));
                    case Way(Substance.External(String xksKeyId, _), ExternalBlob external) -> {
                        byte[] inner = external.openOuter(opening(view, key, xksKeyId), context);
                        yield materials.with(key, sealedUnder, material -> openInner(external, material, inner, context));
                    }
                    case Way(_, _) -> throw new KmsException(Fault.InvalidCiphertextException);
                };
        return new Opened(plaintext, Optional.of(sealedUnder.id()));
    }

    private record Way(Substance material, CiphertextBlob blob) {}

    private interface OpeningWork {
        SecretBytes open() throws AEADBadTagException;
    }

    private static SecretBytes opened(OpeningWork work) {
        try {
            return work.open();
        } catch (AEADBadTagException forged) {
            throw new KmsException(Fault.InvalidCiphertextException);
        }
    }

    /// Here the service tells in its own words, because the proxy is not its own.
    private static SecretBytes openInner(
            ExternalBlob blob, SecretBytes material, byte[] inner, EncryptionContext context) {
        try {
            return blob.open(material, inner, context);
        } catch (AEADBadTagException forged) {
            throw new KmsException(
                    Fault.KMSInvalidStateException, XksProblem.WRONG_PLAINTEXT.sentence(), forged);
        }
    }

    private ExternalBlob.Sealing sealing(View view, Key key, String xksKeyId) {
        return (data, inner) -> {
            XksCiphertext made = stores.encrypt(view, key, xksKeyId, data, inner);
            return new ExternalBlob.Sealed(
                    made.ciphertext(), made.initializationVector(), made.metadata(), made.authenticationTag());
        };
    }

    private ExternalBlob.Opening opening(View view, Key key, String xksKeyId) {
        return (data, sealed) -> stores.decrypt(
                view,
                key,
                xksKeyId,
                data,
                new XksCiphertext(sealed.ciphertext(), sealed.metadata(), sealed.iv(), sealed.tag()));
    }

    private static void requireNoContext(Map<String, String> context) {
        if (!context.isEmpty()) {
            throw new KmsException(
                    Fault.ValidationException,
                    "An encryption context can only be used with a symmetric encryption key.");
        }
    }
}
