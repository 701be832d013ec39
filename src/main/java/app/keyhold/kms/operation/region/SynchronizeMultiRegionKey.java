package app.keyhold.kms.operation.region;

import app.keyhold.kms.Peers;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.Optional;

/// Takes over from a relative in another Region what all of them share (CloudTrail: service event
/// SynchronizeMultiRegionKey). If the relative lacks something that is here, it is told in turn.
public final class SynchronizeMultiRegionKey
        extends UnitingWork<SynchronizeMultiRegionKey.Request, SynchronizeMultiRegionKey.Response> {
    public SynchronizeMultiRegionKey(Peers peers, MaterialWrapping materials) {
        super(Request.class, peers, materials);
    }

    public record Request(
            @Required @Length(min = 1, max = 64) String operationId,
            @Required @Length(min = 1, max = 32) String sourceRegion,
            @Required @Length(min = 1, max = 2048) String keyId)
            implements RelativeRequest<Response> {}

    /// @param changed false if nothing was new here
    public record Response(String keyId, boolean changed) {}

    @Override
    Response nothing(Request request) {
        return new Response(request.keyId(), false);
    }

    @Override
    Response take(UnitOfWork work, Request request, Optional<Family> family) {
        return family.flatMap(both -> work.key(request.keyId())
                        .map(here -> new Response(here.arn().toString(), unite(work, here, both, request))))
                .orElseGet(() -> nothing(request));
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
