package app.keyhold.kms.operation.session;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import java.util.List;

/// What the operations of STS have in common: no key is named, and the answer depends on who asks.
abstract class CallerOperation<Q extends KmsRequest<R>, R> implements Operation<Q, R> {
    private final Class<Q> requestType;

    CallerOperation(Class<Q> requestType) {
        this.requestType = requestType;
    }

    @Override
    public final Class<Q> requestType() {
        return requestType;
    }

    @Override
    public final String eventSource() {
        return "sts.amazonaws.com";
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public final List<Key> resolve(View view, Q request) {
        return List.of();
    }

    /// Never asked: [#prepareFor] is.
    @Override
    public final Prepared<R> prepare(View view, Q request, List<Key> keys) {
        throw new IllegalStateException(name() + " answers nobody in particular");
    }
}
