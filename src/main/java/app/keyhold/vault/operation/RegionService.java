package app.keyhold.vault.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import java.util.List;

/// What the vault does by itself to keep its Regions and its header in step: allowed to the `kms` service alone.
abstract class RegionService<Q extends KmsRequest<R>, R> implements Operation<Q, R> {
    private final Class<Q> requestType;

    RegionService(Class<Q> requestType) {
        this.requestType = requestType;
    }

    @Override
    public final Class<Q> requestType() {
        return requestType;
    }

    @Override
    public final String eventSource() {
        return VaultOperation.SOURCE;
    }

    @Override
    public final AuditEvent.Kind eventKind() {
        return AuditEvent.Kind.SERVICE_EVENT;
    }

    @Override
    public final AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    public final List<Key> resolve(View view, Q request) {
        return List.of();
    }

    @Override
    public final List<Access> accesses(Q request, List<Key> keys) {
        return List.of(new Access.OwnSchedule("keyhold:" + name(), Principal.Service.KMS));
    }
}
