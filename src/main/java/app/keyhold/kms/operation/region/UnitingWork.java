package app.keyhold.kms.operation.region;

import app.keyhold.kms.Peers;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.outbox.Inbox;
import java.util.List;
import java.util.Optional;

/// What begins with taking over all that the two relatives share.
abstract class UnitingWork<Q extends RelativeRequest<R>, R> extends RelativeWork<Q, R> {
    private final MaterialWrapping materials;

    /// @param materials of this Region
    UnitingWork(Class<Q> requestType, Peers peers, MaterialWrapping materials) {
        super(requestType, peers);
        this.materials = materials;
    }

    /// The answer where it was done before, or there is nothing to do.
    abstract R nothing(Q request);

    /// @param family empty if one of the two is gone
    abstract R take(UnitOfWork work, Q request, Optional<Family> family);

    @Override
    public final Prepared<R> prepare(View view, Q request, List<Key> keys) {
        Peers.Peer source = source(request);
        if (!Inbox.isDue(view, source.view(), request.operationId())) {
            return Prepared.answer(nothing(request));
        }
        Optional<Family> family = source.view().key(request.keyId()).flatMap(there ->
                keys.stream().findFirst().map(here -> Family.of(here, there, source.materials(), materials)));
        return Prepared.change(work -> Inbox.accept(work, source.view(), request.operationId())
                ? take(work, request, family)
                : nothing(request));
    }
}
