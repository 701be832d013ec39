package app.keyhold.kms.operation.encryption;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeyGeneration;
import app.keyhold.crypto.NewKey;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.key.DataKeyPairSpec;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.KeyUse;
import java.util.List;
import java.util.Map;

/// What the data key pair operations demand, a symmetric key, and make: a key pair whose private half is sealed under it.
interface DataKeyPairUse<Q extends DataKeyPairUse.Asking<R>, R> extends KeyUse<Q, R> {
    interface Asking<R> extends KeyUse.Asking<R> {
        Map<String, String> encryptionContext();

        String keyPairSpec();

        default DataKeyPairSpec spec() {
            return DataKeyPairSpec.valueOf(keyPairSpec());
        }
    }

    /// @param privateKey PKCS #8; the receiver closes it
    /// @param publicKey SubjectPublicKeyInfo
    record Made(SecretBytes privateKey, Blob sealedPrivateKey, Blob publicKey) {}

    @Override
    default void requireFit(Q request, List<Key> keys) {
        Ciphertexts.requireFit(keys.getFirst(), EncryptionAlgorithm.SYMMETRIC_DEFAULT, name());
    }

    /// Slow for RSA.
    static Made make(Ciphertexts ciphertexts, View view, Key key, Asking<?> request) {
        NewKey pair = KeyGeneration.generate(request.spec().keySpec());
        try {
            Blob sealed = ciphertexts.seal(
                    view, key, EncryptionAlgorithm.SYMMETRIC_DEFAULT, request.encryptionContext(), pair.secret());
            return new Made(pair.secret(), sealed, pair.publicKey().orElseThrow());
        } catch (RuntimeException refused) {
            pair.secret().close();
            throw refused;
        }
    }
}
