package app.keyhold.kms.operation.encryption;

import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import app.keyhold.kms.key.DataKeySpec;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.KeyUse;
import java.util.List;
import java.util.Optional;

/// What the data key operations demand: a symmetric key, and a length that the request says in exactly one of two ways.
interface DataKeyUse<Q extends DataKeyUse.Asking<R>, R> extends KeyUse<Q, R> {
    interface Asking<R> extends KeyUse.Asking<R> {
        Optional<String> keySpec();

        Optional<Integer> numberOfBytes();
    }

    @Override
    default List<Key> resolve(View view, Q request) {
        if (request.keySpec().isPresent() == request.numberOfBytes().isPresent()) {
            throw new KmsException(Fault.ValidationException, "Please specify either number of bytes or key spec.");
        }
        return KeyUse.super.resolve(view, request);
    }

    @Override
    default void requireFit(Q request, List<Key> keys) {
        Ciphertexts.requireFit(keys.getFirst(), EncryptionAlgorithm.SYMMETRIC_DEFAULT, name());
    }

    /// A data key of the length asked for.
    static SecretBytes random(Asking<?> request) {
        return Randomness.secret(request.numberOfBytes()
                .orElseGet(() -> switch (DataKeySpec.valueOf(request.keySpec().orElseThrow())) {
                    case AES_256 -> 32;
                    case AES_128 -> 16;
                }));
    }
}
