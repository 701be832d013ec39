package app.keyhold.kms.operation.region;

import app.keyhold.kms.Peers;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.outbox.Inbox;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// A replica in another Region is gone. If it was the last one a primary waited for, the primary's own deletion window
/// begins.
public final class ForgetReplica extends RelativeWork<ForgetReplica.Request, ForgetReplica.Response> {
    public record Request(
            @Required @Length(min = 1, max = 64) String operationId,
            @Required @Length(min = 1, max = 32) String sourceRegion,
            @Required @Length(min = 1, max = 2048) String keyId)
            implements RelativeRequest<Response> {}

    public record Response(String keyId, String replicaRegion) {}

    public ForgetReplica(Peers peers) {
        super(Request.class, peers);
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        View source = source(request).view();
        var response = new Response(request.keyId(), request.sourceRegion());
        if (!Inbox.isDue(view, source, request.operationId())) {
            return Prepared.answer(response);
        }
        boolean gone = source.key(request.keyId()).isEmpty();
        return Prepared.change(work -> {
            if (Inbox.accept(work, source, request.operationId()) && gone) {
                work.key(request.keyId()).ifPresent(key -> forget(work, key, request.sourceRegion()));
            }
            return response;
        });
    }

    static void forget(UnitOfWork work, Key key, String region) {
        Optional<MultiRegion> left = key.multiRegion()
                .filter(relatives -> relatives.replicaRegions().contains(region))
                .map(relatives -> relatives.withoutReplica(region));
        left.ifPresent(relatives -> {
            Key now = key.withMultiRegion(left);
            boolean last = key.state() == KeyState.PendingReplicaDeletion && relatives.replicaRegions().isEmpty();
            Key next = last
                    ? now.withState(KeyState.PendingDeletion)
                            .withMultiRegion(Optional.of(relatives.withDeletionWindow(Optional.empty())))
                            .withDeletionDate(relatives.deletionWindow()
                                    .map(days -> work.now().plus(days, ChronoUnit.DAYS)))
                    : now;
            work.put(next);
            Relatives.tell(work, next);
        });
    }
}
