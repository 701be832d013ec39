package app.keyhold.kms.operation.screen;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import java.util.List;

/// What the queries have in common: they read, name no key, and need one permission of identity policies. The view they
/// are given holds only the keys the caller may describe.
abstract class ScreenOperation<Q extends KmsRequest<R>, R> implements Operation<Q, R> {
    private final Class<Q> requestType;
    private final String source;
    private final String action;

    /// @param source `keyhold.app` or `cloudtrail.amazonaws.com`
    /// @param action `keyhold:QueryKeys`
    ScreenOperation(Class<Q> requestType, String source, String action) {
        this.requestType = requestType;
        this.source = source;
        this.action = action;
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
    public final AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public List<Key> resolve(View view, Q request) {
        return List.of();
    }

    @Override
    public List<Access> accesses(Q request, List<Key> keys) {
        return List.of(new Access.IamOnly(action));
    }
}
