package app.keyhold.kms.operation.tag;

import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.AcceptedStates;
import app.keyhold.kms.operation.KeyChange;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Set;

/// Adds tags to a key, or gives those it has new values.
public final class TagResource implements KeyChange<TagResource.Request, TagResource.Response> {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required List<Tag> tags)
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
        TagRules.requireAcceptable(request.tags());
        TagRules.merged(keys.getFirst().tags(), request.tags());
        return Prepared.change(work -> {
            Key key = KeyLookup.key(work, keys.getFirst().id());
            work.put(key.withTags(TagRules.merged(key.tags(), request.tags())));
            return new Response();
        });
    }
}
