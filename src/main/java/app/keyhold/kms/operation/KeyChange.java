package app.keyhold.kms.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.Operation;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import java.util.List;

/// A change of the key that the request names by id or ARN, unless a service manages it.
public interface KeyChange<Q extends KeyRequest<R>, R> extends Operation<Q, R> {
    @Override
    default AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    default List<Key> resolve(View view, Q request) {
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    @Override
    default void requireFit(Q request, List<Key> keys) {
        Require.customerManaged(keys.getFirst());
    }
}
