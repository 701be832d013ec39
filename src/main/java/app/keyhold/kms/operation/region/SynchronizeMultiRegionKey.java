package app.keyhold.kms.operation.region;

import app.keyhold.kms.Peers;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.outbox.Inbox;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// Takes over from a relative in another Region what all of them share (CloudTrail: service event
/// SynchronizeMultiRegionKey). If the relative lacks something that is here, it is told in turn.
public final class SynchronizeMultiRegionKey
        extends RelativeWork<SynchronizeMultiRegionKey.Request, SynchronizeMultiRegionKey.Response> {
    private final MaterialWrapping materials;

    public SynchronizeMultiRegionKey(Peers peers, MaterialWrapping materials) {
        super(Request.class, peers);
        this.materials = materials;
    }

    public record Request(
            @Required @Length(min = 1, max = 64) String operationId,
            @Required @Length(min = 1, max = 32) String sourceRegion,
            @Required @Length(min = 1, max = 2048) String keyId)
            implements RelativeRequest<Response> {}

    /// @param changed false if nothing was new here
    public record Response(String keyId, boolean changed) {}

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Peers.Peer source = source(request);
        var nothing = new Response(request.keyId(), false);
        if (!Inbox.isDue(view, source.view(), request.operationId())) {
            return Prepared.answer(nothing);
        }
        Optional<Key> there = source.view().key(request.keyId());
        Optional<Family> family = there.flatMap(relative ->
                keys.stream().findFirst().map(here -> Family.of(here, relative, source.materials(), materials)));
        return Prepared.change(work -> {
            if (!Inbox.accept(work, source.view(), request.operationId()) || family.isEmpty()) {
                return nothing;
            }
            return work.key(request.keyId())
                    .map(here -> new Response(here.arn().toString(), unite(work, here, family.get(), request)))
                    .orElse(nothing);
        });
    }

    private static boolean unite(UnitOfWork work, Key here, Family family, Request request) {
        Key united = family.united(here);
        if (family.relativeLacks(united)) {
            Relatives.tell(work, request.sourceRegion(), here.id());
        }
        if (united.equals(here)) {
            return false;
        }
        work.put(united);
        Relatives.tell(work, united);
        return true;
    }
}
