package app.keyhold.kms.operation.signing;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MessageType;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.KeyUse;
import app.keyhold.kms.operation.Require;
import java.util.List;
import java.util.Optional;

/// What Sign and Verify demand of the key, the message and its type.
interface SignatureUse<Q extends SignatureUse.Asking<R>, R> extends KeyUse<Q, R> {
    interface Asking<R> extends KeyUse.Asking<R> {
        Blob message();

        Optional<String> messageType();

        String signingAlgorithm();

        default SigningAlgorithm algorithm() {
            return SigningAlgorithm.valueOf(signingAlgorithm());
        }
    }

    @Override
    default void requireFit(Q request, List<Key> keys) {
        Require.usage(keys.getFirst(), KeyUsage.SIGN_VERIFY, name());
        Require.algorithm(keys.getFirst(), request.algorithm(), keys.getFirst().spec().signingAlgorithms());
    }

    /// RAW if the request names none.
    ///
    /// @throws KmsException ValidationException
    static MessageType type(Asking<?> request) {
        SigningAlgorithm algorithm = request.algorithm();
        MessageType type = request.messageType().map(MessageType::valueOf).orElse(MessageType.RAW);
        if (!algorithm.accepts(type)) {
            throw new KmsException(
                    Fault.ValidationException,
                    "Algorithm %s is incompatible with message type %s.".formatted(algorithm, type));
        }
        if (type != MessageType.RAW && request.message().size() != algorithm.digestLength()) {
            throw new KmsException(
                    Fault.ValidationException, "Digest is invalid length for algorithm " + algorithm + ".");
        }
        return type;
    }
}
