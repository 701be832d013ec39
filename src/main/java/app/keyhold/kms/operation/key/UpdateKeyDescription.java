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
import java.util.Set;

/// Replaces a key's description.
public final class UpdateKeyDescription
        implements KeyChange<UpdateKeyDescription.Request, UpdateKeyDescription.Response> {
    public record Request(
            @Required @Length(max = 8192) String description,
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KeyRequest<Response> {}

    public record Response() {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return AcceptedStates.NOT_BEING_DELETED;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.change(work -> {
            work.put(KeyLookup.key(work, keys.getFirst().id()).withDescription(request.description()));
            return new Response();
        });
    }
}
