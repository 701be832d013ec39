package app.keyhold.kms.operation.screen;

import app.keyhold.kms.Access;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.Page;
import app.keyhold.kms.operation.grant.GrantListEntry;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// A key's grants, a page at a time, for those who may list them.
public final class QueryGrants extends ScreenOperation<QueryGrants.Request, QueryGrants.Response> {
    private static final int DEFAULT_LIMIT = 100;

    public record Request(
            @Required String screenSession,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Range(min = 1, max = 1000) Optional<Integer> limit,
            @Length(min = 1, max = 1024) Optional<String> marker)
            implements KmsRequest<Response>, ScreenQuery {
        public static Request firstPage(String screenSession, String keyId) {
            return new Request(screenSession, keyId, Optional.empty(), Optional.empty());
        }

        public Request from(Optional<String> marker) {
            return new Request(screenSession, keyId, limit, marker);
        }
    }

    /// @param count of all the key's grants
    public record Response(long count, List<GrantListEntry> grants, Optional<String> nextMarker) {}

    public QueryGrants() {
        super(Request.class, "keyhold.app", "kms:ListGrants");
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of(KeyLookup.keyOrAlias(view, request.keyId()));
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.OnKey("kms:ListGrants", keys.getFirst()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        String keyId = keys.getFirst().id();
        Page<Grant> page = Page.of(
                name() + " " + keyId,
                (after, most) -> view.grants().of(keyId, after, most),
                Grant::id,
                request.limit().orElse(DEFAULT_LIMIT),
                request.marker());
        return Prepared.answer(new Response(
                view.grants().count(keyId), page.map(grant -> GrantListEntry.of(view, grant)), page.nextMarker()));
    }
}
