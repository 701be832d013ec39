package app.keyhold.kms.operation.tag;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.Page;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// A key's tags, in the order they were first set.
public final class ListResourceTags implements Operation<ListResourceTags.Request, ListResourceTags.Response> {
    private static final int MAX_LIMIT = 50;

    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Range(min = 1, max = 1000) Optional<Integer> limit,
            @Length(min = 1, max = 1024) @Matches("[\\u0020-\\u00FF]*") Optional<String> marker)
            implements KmsRequest<Response> {
        public static Request of(String keyId) {
            return new Request(keyId, Optional.empty(), Optional.empty());
        }
    }

    public record Response(
            Optional<String> nextMarker,
            List<Tag> tags,
            Boolean truncated) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        int limit = request.limit().orElse(MAX_LIMIT);
        Require.inRange("limit", limit, 1, MAX_LIMIT);
        Page<Tag> page = Page.of(name() + " " + key.id(), key.tags(), Tag::tagKey, limit, request.marker());
        return Prepared.answer(new Response(page.nextMarker(), page.items(), page.truncated()));
    }
}
