package app.keyhold.kms.operation.region;

import app.keyhold.kms.Peers;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.outbox.Inbox;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// A replica becomes the primary because the primary, in another Region, gives way. Whether it does or cannot, the other
/// is told.
public final class AcceptPrimaryRegion extends RelativeWork<AcceptPrimaryRegion.Request, AcceptPrimaryRegion.Response> {
    private final MaterialWrapping materials;

    public AcceptPrimaryRegion(Peers peers, MaterialWrapping materials) {
        super(Request.class, peers);
        this.materials = materials;
    }

    public record Request(
            @Required @Length(min = 1, max = 64) String operationId,
            @Required @Length(min = 1, max = 32) String sourceRegion,
            @Required @Length(min = 1, max = 2048) String keyId)
            implements RelativeRequest<Response> {}

    /// @param accepted false if the replica is gone, or about to go
    public record Response(String keyId, boolean accepted) {}

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Peers.Peer source = source(request);
        var nothing = new Response(request.keyId(), false);
        if (!Inbox.isDue(view, source.view(), request.operationId())) {
            return Prepared.answer(nothing);
        }
        Optional<Family> family = source.view().key(request.keyId()).flatMap(primary ->
                keys.stream().findFirst().map(here -> Family.of(here, primary, source.materials(), materials)));
        return Prepared.change(work -> {
            if (!Inbox.accept(work, source.view(), request.operationId())) {
                return nothing;
            }
            Optional<Key> promoted = family.flatMap(both -> work.key(request.keyId())
                    .map(both::united)
                    .filter(AcceptPrimaryRegion::canBePrimary)
                    .map(AcceptPrimaryRegion::promoted));
            promoted.ifPresent(key -> putAndTell(work, key));
            Relatives.tell(work, request.sourceRegion(), request.keyId());
            return new Response(request.keyId(), promoted.isPresent());
        });
    }

    private static boolean canBePrimary(Key replica) {
        return Relatives.isReplica(replica)
                && (replica.state() == KeyState.Enabled || replica.state() == KeyState.Disabled);
    }

    private static Key promoted(Key replica) {
        return replica.withMultiRegion(replica.multiRegion()
                .map((MultiRegion relatives) -> relatives.promoting(replica.arn().region())));
    }

    private static void putAndTell(UnitOfWork work, Key primary) {
        work.put(primary);
        Relatives.tell(work, primary);
    }
}
