package app.keyhold.kms.operation.grant;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantPrincipal;
import app.keyhold.kms.grant.Grants;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.Page;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import java.util.List;
import java.util.Optional;

/// The grants of all keys that name one retiring principal.
public final class ListRetirableGrants
        implements Operation<ListRetirableGrants.Request, ListRetirableGrants.Response> {
    public record Request(
            @Range(min = 1, max = 1000) Optional<Integer> limit,
            @Length(min = 1, max = 1024) @Matches("[\\u0020-\\u00FF]*") Optional<String> marker,
            @Length(min = 1, max = 256) @Matches("^[\\w+=,.@:/-]+$") Optional<String> retiringPrincipal,
            @Length(min = 1, max = 128) @Matches("^([A-Za-z0-9\\-]+)\\.([A-Za-z0-9\\-]+)(\\.[A-Za-z0-9\\-]+)+$")
                    Optional<String> retiringServicePrincipal)
            implements KmsRequest<Response> {
        public static Request by(String retiringPrincipal) {
            return new Request(
                    Optional.empty(), Optional.empty(), Optional.of(retiringPrincipal), Optional.empty());
        }

        public Request from(Optional<String> marker) {
            return new Request(limit, marker, retiringPrincipal, retiringServicePrincipal);
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
        GrantRules.requireEither(
                "RetiringPrincipal", request.retiringPrincipal(),
                "RetiringServicePrincipal", request.retiringServicePrincipal());
        return List.of();
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.IamOnly("kms:ListRetirableGrants"));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        int limit = Require.inRange("limit", request.limit().orElse(ListGrants.DEFAULT_LIMIT), 1, ListGrants.MAX_LIMIT);
        GrantPrincipal retiring = request.retiringServicePrincipal()
                .map(GrantPrincipal::ofService)
                .or(() -> request.retiringPrincipal().map(arn -> GrantPrincipals.known(view, arn)))
                .orElseThrow();
        Page<Grant> page = Page.of(
                name() + " " + retiring.name(),
                (after, most) -> view.grants().retirableBy(retiring, after, most),
                Grants::position,
                limit,
                request.marker());
        return Prepared.answer(new Response(
                page.map(grant -> GrantListEntry.of(view, grant)), page.nextMarker(), page.truncated()));
    }
}
