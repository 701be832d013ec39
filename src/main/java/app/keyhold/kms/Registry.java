package app.keyhold.kms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every operation there is, by request and by name. Immutable.
final class Registry {
    private final Map<Class<?>, Operation<?, ?>> byRequest = new HashMap<>();
    private final Map<String, Operation<?, ?>> byName = new HashMap<>();

    /// @throws IllegalArgumentException if two operations share a name or a request
    Registry(List<? extends Operation<?, ?>> operations) {
        for (Operation<?, ?> operation : operations) {
            if (byName.put(operation.name(), operation) != null
                    || byRequest.put(operation.requestType(), operation) != null) {
                throw new IllegalArgumentException("Registered twice: " + operation.name());
            }
        }
    }

    /// @throws KmsException UnknownOperationException
    @SuppressWarnings("unchecked") // an operation is registered under its own request type, which fixes R
    <R> Operation<KmsRequest<R>, R> operationFor(KmsRequest<R> request) {
        return (Operation<KmsRequest<R>, R>) Optional.<Operation<?, ?>>ofNullable(byRequest.get(request.getClass()))
                .orElseThrow(() -> new KmsException(Fault.UnknownOperationException));
    }

    /// The request a name on the wire stands for.
    Optional<Class<?>> requestType(String name) {
        return Optional.ofNullable(byName.get(name)).map(Operation::requestType);
    }
}
