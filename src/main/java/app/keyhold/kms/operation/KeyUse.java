package app.keyhold.kms.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.Operation;
import app.keyhold.kms.View;
import app.keyhold.kms.WithGrantTokens;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import java.util.List;
import java.util.Set;

/// A use of the key that the request names by id, ARN or alias.
public interface KeyUse<Q extends KeyUse.Asking<R>, R> extends Operation<Q, R> {
    interface Asking<R> extends KeyRequest<R>, WithGrantTokens {}

    @Override
    default AuditEvent.Effect effect() {
        return AuditEvent.Effect.USE;
    }

    @Override
    default List<Key> resolve(View view, Q request) {
        return List.of(KeyLookup.keyOrAlias(view, request.keyId()));
    }

    @Override
    default Set<KeyState> acceptedStates() {
        return AcceptedStates.USABLE;
    }
}
