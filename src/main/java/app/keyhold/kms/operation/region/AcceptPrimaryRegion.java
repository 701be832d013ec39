package app.keyhold.kms.operation.region;

import app.keyhold.kms.Peers;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.Optional;

/// A replica becomes the primary because the primary, in another Region, gives way. Whether it does or cannot, the other
/// is told.
public final class AcceptPrimaryRegion extends UnitingWork<AcceptPrimaryRegion.Request, AcceptPrimaryRegion.Response> {
    public AcceptPrimaryRegion(Peers peers, MaterialWrapping materials) {
        super(Request.class, peers, materials);
    }

    public record Request(
            @Required @Length(min = 1, max = 64) String operationId,
            @Required @Length(min = 1, max = 32) String sourceRegion,
            @Required @Length(min = 1, max = 2048) String keyId)
            implements RelativeRequest<Response> {}

    /// @param accepted false if the replica is gone, or about to go
    public record Response(String keyId, boolean accepted) {}

    @Override
    Response nothing(Request request) {
        return new Response(request.keyId(), false);
    }

    @Override
    Response take(UnitOfWork work, Request request, Optional<Family> family) {
        Optional<Key> promoted = family.flatMap(both -> work.key(request.keyId())
                .map(both::united)
                .filter(replica -> canBePrimary(replica, request.sourceRegion()))
                .map(AcceptPrimaryRegion::promoted));
        promoted.ifPresent(key -> {
            work.put(key);
            Relatives.tell(work, key);
        });
        Relatives.tell(work, request.sourceRegion(), request.keyId());
        return new Response(request.keyId(), promoted.isPresent());
    }

    /// @param giving the Region whose key gives way; if that is not the primary any more, there is nothing to give
    private static boolean canBePrimary(Key replica, String giving) {
        return replica.multiRegion()
                        .filter(relatives -> !relatives.isPrimary() && relatives.primaryRegion().equals(giving))
                        .isPresent()
                && (replica.state() == KeyState.Enabled || replica.state() == KeyState.Disabled);
    }

    private static Key promoted(Key replica) {
        return replica.withMultiRegion(replica.multiRegion()
                .map((MultiRegion relatives) -> relatives.promoting(replica.arn().region())));
    }
}
