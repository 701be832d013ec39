package app.keyhold.kms.operation.tag;

import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.AcceptedStates;
import app.keyhold.kms.operation.KeyChange;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Set;

/// Takes tags off a key; those it does not have are no error.
public final class UntagResource implements KeyChange<UntagResource.Request, UntagResource.Response> {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @EachLength(min = 1, max = 128) List<String> tagKeys)
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
        TagRules.requireNotReserved(request.tagKeys());
        return Prepared.change(work -> {
            Key key = KeyLookup.key(work, keys.getFirst().id());
            work.put(key.withTags(key.tags().stream()
                    .filter(tag -> !request.tagKeys().contains(tag.tagKey()))
                    .toList()));
            return new Response();
        });
    }
}
