package app.keyhold.kms.operation.schedule;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import java.util.List;

/// What the service writes of its own accord that is about no key.
interface OwnWork<Q extends KmsRequest<R>, R> extends Operation<Q, R> {
    @Override
    default String eventSource() {
        return "keyhold.app";
    }

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
        return List.of();
    }

    @Override
    default List<Access> accesses(Q request, List<Key> keys) {
        return List.of(new Access.OwnSchedule("keyhold:" + name(), Principal.Service.KMS));
    }
}
