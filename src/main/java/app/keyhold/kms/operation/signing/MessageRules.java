package app.keyhold.kms.operation.signing;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.MessageType;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import java.util.Optional;

/// What Sign and Verify demand of the message and its type.
final class MessageRules {
    private MessageRules() {}

    /// @param name RAW if there is none
    /// @throws KmsException ValidationException
    static MessageType type(Optional<String> name, SigningAlgorithm algorithm, Blob message) {
        MessageType type = name.map(MessageType::valueOf).orElse(MessageType.RAW);
        if (!algorithm.accepts(type)) {
            throw new KmsException(
                    Fault.ValidationException,
                    "Algorithm %s is incompatible with message type %s.".formatted(algorithm, type));
        }
        if (type != MessageType.RAW && message.size() != algorithm.digestLength()) {
            throw new KmsException(
                    Fault.ValidationException, "Digest is invalid length for algorithm " + algorithm + ".");
        }
        return type;
    }
}
