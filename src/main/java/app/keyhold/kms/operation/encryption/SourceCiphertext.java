package app.keyhold.kms.operation.encryption;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import app.keyhold.kms.key.CiphertextBlob;
import app.keyhold.kms.key.Key;
import java.util.Optional;

/// The ciphertext that Decrypt and ReEncrypt take, and how its key is named: by the request, or by the ciphertext
/// itself.
///
/// The key id in a ciphertext is not authentic before it is opened, so it selects the key to check and nothing else.
///
/// @param ignored by a dry run that asks about permissions alone
record SourceCiphertext(
        Optional<Blob> ciphertext, Optional<String> keyId, EncryptionAlgorithm algorithm, boolean ignored) {

    /// @throws KmsException InvalidCiphertextException if it is needed to find the key and damaged,
    ///     AccessDeniedException if it names a key that is not here
    Key resolve(View view) {
        if (!ignored) {
            required();
        }
        if (keyId.isPresent()) {
            return KeyLookup.keyOrAlias(view, keyId.get());
        }
        if (algorithm != EncryptionAlgorithm.SYMMETRIC_DEFAULT || ciphertext.isEmpty()) {
            throw new KmsException(
                    Fault.ValidationException,
                    "KeyId is required: only a symmetric ciphertext names the key that made it.");
        }
        CiphertextBlob blob = CiphertextBlob.parse(ciphertext.get())
                .orElseThrow(() -> new KmsException(Fault.InvalidCiphertextException));
        return view.key(blob.keyId())
                .orElseThrow(() -> new KmsException(Fault.AccessDeniedException, Access.UNKNOWN_OR_DENIED));
    }

    Access access(String action, Key key) {
        return keyId.isPresent() ? new Access.OnKey(action, key) : new Access.ByCiphertext(action, key);
    }

    /// @throws KmsException IncorrectKeyException if the ciphertext names another key than the request
    void requireMadeBy(Key key) {
        if (ignored || algorithm != EncryptionAlgorithm.SYMMETRIC_DEFAULT) {
            return;
        }
        boolean another = ciphertext.flatMap(CiphertextBlob::parse)
                .filter(blob -> !blob.keyId().equals(key.id()))
                .isPresent();
        if (another) {
            throw new KmsException(
                    Fault.IncorrectKeyException,
                    "The key ID in the request does not identify a CMK that can perform this operation.");
        }
    }

    Blob required() {
        return ciphertext.orElseThrow(() -> new KmsException(
                Fault.ValidationException,
                "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: "
                        + "Member must not be null"));
    }
}
