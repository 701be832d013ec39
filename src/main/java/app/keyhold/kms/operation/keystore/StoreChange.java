package app.keyhold.kms.operation.keystore;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import java.util.List;

/// What the operations on custom key stores have in common: they name no key, and identity policies alone decide.
interface StoreChange<Q extends KmsRequest<R>, R> extends Operation<Q, R> {
    @Override
    default AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    default List<Key> resolve(View view, Q request) {
        return List.of();
    }

    @Override
    default List<Access> accesses(Q request, List<Key> keys) {
        return List.of(new Access.IamOnly("kms:" + name()));
    }
}
