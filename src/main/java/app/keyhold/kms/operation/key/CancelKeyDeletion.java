package app.keyhold.kms.operation.key;

import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.AcceptedStates;
import app.keyhold.kms.operation.KeyChange;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps a key whose deletion was scheduled; it comes back disabled.
public final class CancelKeyDeletion implements KeyChange<CancelKeyDeletion.Request, CancelKeyDeletion.Response> {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KeyRequest<Response> {}

    public record Response(
            String keyId) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return AcceptedStates.BEING_DELETED;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.change(work -> {
            Key before = KeyLookup.key(work, keys.getFirst().id());
            Key key = before.withState(KeyState.Disabled)
                    .withDeletionDate(Optional.empty())
                    .withMultiRegion(before.multiRegion()
                            .map(relatives -> relatives.withDeletionWindow(Optional.empty())));
            work.put(key);
            return new Response(key.arn().toString());
        });
    }
}
