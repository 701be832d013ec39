package app.keyhold.kms.operation.role;

import app.keyhold.iam.Identity;
import app.keyhold.iam.PolicyKind;
import app.keyhold.iam.Principal;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.identity.Holders;
import app.keyhold.kms.operation.identity.IdentityOperation;
import app.keyhold.kms.operation.identity.KnownPrincipals;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Replaces a role's trust policy. Sessions that have begun go on; [RevokeRoleSessions] ends them.
public final class UpdateAssumeRolePolicy
        extends IdentityOperation<UpdateAssumeRolePolicy.Request, UpdateAssumeRolePolicy.Response> {
    public record Request(
            @Required @Length(min = 1, max = 131072) @Matches("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+") String policyDocument,
            @Required @Length(min = 1, max = 64) @Matches("[\\w+=,.@-]+") String roleName)
            implements KmsRequest<Response> {}

    public record Response() {}

    public UpdateAssumeRolePolicy(String account) {
        super(Request.class, account);
    }

    @Override
    protected Principal.Role about(Request request) {
        return role(request.roleName());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        KnownPrincipals.require(view, Holders.parse(PolicyKind.TRUST, request.policyDocument()));
        var _ = Holders.find(view, about(request));
        return Prepared.change(work -> {
            Identity role = Holders.find(work, about(request));
            String trust = KnownPrincipals.bound(work, request.policyDocument());
            work.put(role.withRole(role.role().orElseThrow().withTrustPolicy(trust)));
            return new Response();
        });
    }
}
