package app.keyhold.kms.operation.region;

import app.keyhold.kms.Peers;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.outbox.OutboxEntry;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// Makes the replica that another Region's key asks for (CloudTrail: CreateKey in the replica's Region). It has no material
/// and stays in the state Creating until [SynchronizeMultiRegionKey] has followed.
public final class CreateReplicaKey extends RelativeWork<CreateReplicaKey.Request, CreateReplicaKey.Response> {
    public record Request(
            @Required @Length(min = 1, max = 64) String operationId,
            @Required @Length(min = 1, max = 32) String sourceRegion,
            @Required @Length(min = 1, max = 2048) String keyId)
            implements RelativeRequest<Response> {}

    /// @param keyMetadata empty if nothing was made, because it is there or nobody asks for it any more
    public record Response(Optional<KeyMetadata> keyMetadata) {}

    public CreateReplicaKey(Peers peers) {
        super(Request.class, peers);
    }

    @Override
    public String eventName() {
        return "CreateKey";
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        View source = source(request).view();
        Optional<ReplicaTerms> terms = source.outbox().stream()
                .filter(entry -> entry.id().equals(request.operationId()))
                .map(OutboxEntry::payload)
                .map(ReplicaTerms::of)
                .findFirst();
        Optional<Key> primary = source.key(request.keyId());
        if (terms.isEmpty() || primary.isEmpty() || !keys.isEmpty()) {
            return Prepared.answer(new Response(Optional.empty()));
        }
        return Prepared.change(work -> {
            if (work.key(request.keyId()).isPresent()) {
                return new Response(Optional.empty());
            }
            Key replica = Replica.of(primary.get(), terms.get(), work.region(), work.now());
            work.put(replica);
            return new Response(Optional.of(KeyMetadata.of(replica, work.keyStores())));
        });
    }
}
