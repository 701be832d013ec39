package app.keyhold.kms.operation.grant;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.Grants;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.operation.Page;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// The grants of a key, all of them or those to one grantee, 50 a page unless asked otherwise, 100 at most.
public final class ListGrants implements Operation<ListGrants.Request, ListGrants.Response> {
    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 100;

    public record Request(
            @Length(min = 1, max = 128) Optional<String> grantId,
            @Length(min = 1, max = 256) @Matches("^[\\w+=,.@:/-]+$") Optional<String> granteePrincipal,
            @Length(min = 1, max = 128) @Matches("^([A-Za-z0-9\\-]+)\\.([A-Za-z0-9\\-]+)(\\.[A-Za-z0-9\\-]+)+$")
                    Optional<String> granteeServicePrincipal,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Range(min = 1, max = 1000) Optional<Integer> limit,
            @Length(min = 1, max = 1024) @Matches("[\\u0020-\\u00FF]*") Optional<String> marker)
            implements KeyRequest<Response> {
        public static Request of(String keyId) {
            return new Request(
                    Optional.empty(), Optional.empty(), Optional.empty(), keyId, Optional.empty(), Optional.empty());
        }

        public Request from(Optional<String> marker) {
            return new Request(grantId, granteePrincipal, granteeServicePrincipal, keyId, limit, marker);
        }
    }

    public record Response(
            List<GrantListEntry> grants,
            Optional<String> nextMarker,
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
        GrantRules.requireNotBoth(
                "GranteePrincipal", request.granteePrincipal(),
                "GranteeServicePrincipal", request.granteeServicePrincipal());
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        request.grantId().ifPresent(GrantRules::requireId);
        Page<Grant> page = page(view.grants(), request, keys.getFirst().id());
        return Prepared.answer(new Response(
                page.map(grant -> GrantListEntry.of(view, grant)), page.nextMarker(), page.truncated()));
    }

    private Page<Grant> page(Grants grants, Request request, String keyId) {
        int limit = Require.inRange("limit", request.limit().orElse(DEFAULT_LIMIT), 1, MAX_LIMIT);
        Optional<String> grantee = request.granteePrincipal().or(request::granteeServicePrincipal);
        String list = name() + " " + keyId + grantee.map(one -> " " + one).orElse("");
        if (request.grantId().isPresent()) {
            List<Grant> one = grants.find(keyId, request.grantId().get()).stream()
                    .filter(grant -> grantee.filter(name -> !name.equals(grant.grantee().name())).isEmpty())
                    .toList();
            return Page.of(list, one, Grant::id, limit, request.marker());
        }
        Page.Source<Grant> source = grantee.<Page.Source<Grant>>map(
                        name -> (after, most) -> grants.to(keyId, name, after, most))
                .orElse((after, most) -> grants.of(keyId, after, most));
        return Page.of(list, source, Grant::id, limit, request.marker());
    }
}
