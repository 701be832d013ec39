package app.keyhold.vault.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import java.util.List;

/// What the vault's operations have in common: no key is named, and one identity policy action decides.
abstract class VaultOperation<Q extends KmsRequest<R>, R> implements Operation<Q, R> {
    static final String SOURCE = "keyhold.app";
    static final String IAM = "iam.amazonaws.com";

    private final Class<Q> requestType;
    private final String source;

    VaultOperation(Class<Q> requestType, String source) {
        this.requestType = requestType;
        this.source = source;
    }

    @Override
    public final Class<Q> requestType() {
        return requestType;
    }

    @Override
    public final String eventSource() {
        return source;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    public final List<Key> resolve(View view, Q request) {
        return List.of();
    }

    /// `iam:CreateUser`, `keyhold:Backup`.
    protected String action() {
        return (source.equals(IAM) ? "iam:" : "keyhold:") + name();
    }

    @Override
    public List<Access> accesses(Q request, List<Key> keys) {
        return List.of(new Access.IamOnly(action()));
    }
}
