package app.keyhold.kms.operation.identity;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.Principal;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.Page;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// Names of a role's inline policies.
public final class ListRolePolicies extends IdentityOperation<ListRolePolicies.Request, ListRolePolicies.Response> {
    private static final int DEFAULT_ITEMS = 100;

    public record Request(
            @Length(min = 1, max = 1024) Optional<String> marker,
            @Range(min = 1, max = 1000) Optional<Integer> maxItems,
            @Required @Length(min = 1, max = 64) @Matches("[\\w+=,.@-]+") String roleName)
            implements KmsRequest<Response> {
        public static Request of(String roleName) {
            return new Request(Optional.empty(), Optional.empty(), roleName);
        }
    }

    public record Response(Boolean isTruncated, Optional<String> marker, List<String> policyNames) {}

    public ListRolePolicies(String account) {
        super(Request.class, account);
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    protected Principal.Role about(Request request) {
        return role(request.roleName());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        List<NamedPolicy> policies = Holders.find(view, about(request)).policies();
        Page<NamedPolicy> page = Page.of(
                name() + " " + request.roleName(),
                policies,
                NamedPolicy::name,
                request.maxItems().orElse(DEFAULT_ITEMS),
                request.marker());
        return Prepared.answer(new Response(page.truncated(), page.nextMarker(), page.map(NamedPolicy::name)));
    }
}
