package app.keyhold.kms.operation.region;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Peers;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import java.util.List;

/// What a Region does to its own key because of what became of a relative in another one. The entry stands in the other's
/// outbox until this is done; doing it twice does no harm.
abstract class RelativeWork<Q extends RelativeRequest<R>, R> implements Operation<Q, R> {
    private final Class<Q> requestType;
    private final Peers peers;

    RelativeWork(Class<Q> requestType, Peers peers) {
        this.requestType = requestType;
        this.peers = peers;
    }

    @Override
    public final Class<Q> requestType() {
        return requestType;
    }

    @Override
    public final AuditEvent.Kind eventKind() {
        return AuditEvent.Kind.SERVICE_EVENT;
    }

    @Override
    public final AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    /// None if it is gone, or not made yet.
    @Override
    public final List<Key> resolve(View view, Q request) {
        return view.key(request.keyId()).stream().toList();
    }

    @Override
    public final List<Access> accesses(Q request, List<Key> keys) {
        return List.of(new Access.OwnSchedule("kms:" + name(), Principal.Service.KMS));
    }

    /// @throws KmsException if it is out of reach again
    final Peers.Peer source(Q request) {
        return peers.find(request.sourceRegion())
                .orElseThrow(() -> new KmsException(
                        Fault.KMSInvalidStateException, "The Region " + request.sourceRegion() + " is away."));
    }
}
