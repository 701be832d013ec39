package app.keyhold.kms.operation.schedule;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Access;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.Operation;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.KeyRequest;
import java.util.List;

/// What the service does to a key of its own accord when it is due.
interface ScheduledWork<Q extends KeyRequest<R>, R> extends Operation<Q, R> {
    @Override
    default AuditEvent.Kind eventKind() {
        return AuditEvent.Kind.SERVICE_EVENT;
    }

    @Override
    default AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    default List<Key> resolve(View view, Q request) {
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    @Override
    default List<Access> accesses(Q request, List<Key> keys) {
        return List.of(new Access.OwnSchedule("kms:" + name(), Principal.Service.KMS));
    }
}
