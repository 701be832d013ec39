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

/// Names of a user's inline policies.
public final class ListUserPolicies extends IdentityOperation<ListUserPolicies.Request, ListUserPolicies.Response> {
    private static final int DEFAULT_ITEMS = 100;

    public record Request(
            @Length(min = 1, max = 1024) Optional<String> marker,
            @Range(min = 1, max = 1000) Optional<Integer> maxItems,
            @Required @Length(min = 1, max = 128) @Matches("[\\w+=,.@-]+") String userName)
            implements KmsRequest<Response> {
        public static Request of(String userName) {
            return new Request(Optional.empty(), Optional.empty(), userName);
        }
    }

    public record Response(Boolean isTruncated, Optional<String> marker, List<String> policyNames) {}

    public ListUserPolicies(String account) {
        super(Request.class, account);
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    protected Principal about(Request request) {
        return user(request.userName());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        List<NamedPolicy> policies = Holders.find(view, about(request)).policies();
        Page<NamedPolicy> page = Page.of(
                name() + " " + request.userName(),
                policies,
                NamedPolicy::name,
                request.maxItems().orElse(DEFAULT_ITEMS),
                request.marker());
        return Prepared.answer(new Response(page.truncated(), page.nextMarker(), page.map(NamedPolicy::name)));
    }
}
