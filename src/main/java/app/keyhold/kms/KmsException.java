package app.keyhold.kms;

import java.util.Optional;

/// A refusal, as the service words it. Some faults carry no message at all, so that a tampered ciphertext and a wrong
/// context look the same.
public final class KmsException extends RuntimeException {
    private final Fault fault;

    public KmsException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public KmsException(Fault fault) {
        super(null, null);
        this.fault = fault;
    }

    public KmsException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /// The message on the wire, empty where the service sends none.
    public Optional<String> serviceMessage() {
        return Optional.ofNullable(getMessage());
    }
}
