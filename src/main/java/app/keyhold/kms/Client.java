package app.keyhold.kms;

import app.keyhold.iam.Caller;
import java.util.Optional;

/// The door as one caller has it. Fronts and rooms hold this instead of an authority of their own.
public record Client(Kms kms, Caller caller) {
    /// @throws KmsException if the request is refused
    public <R> R call(KmsRequest<R> request) {
        return kms.call(caller, request);
    }

    /// As [Kms#requestType].
    public Optional<Class<?>> requestType(String operation) {
        return kms.requestType(operation);
    }
}
