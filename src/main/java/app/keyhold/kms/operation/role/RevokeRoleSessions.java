package app.keyhold.kms.operation.role;

import app.keyhold.iam.Principal;
import app.keyhold.iam.RoleTerms;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.identity.IdentityOperation;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Ends every session of a role that has begun. At AWS the console does it with a policy that looks at
/// `aws:TokenIssueTime`, which works here too.
public final class RevokeRoleSessions extends IdentityOperation<RevokeRoleSessions.Request, RevokeRoleSessions.Response> {
    public record Request(@Required @Length(min = 1, max = 64) @Matches("[\\w+=,.@-]+") String roleName)
            implements KmsRequest<Response> {}

    public record Response() {}

    public RevokeRoleSessions(String account) {
        super(Request.class, account);
    }

    @Override
    protected Principal.Role about(Request request) {
        return role(request.roleName());
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.IamOnly("keyhold:" + name(), about(request).arn()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return change(
                view,
                request,
                role -> role.withRole(role.role().map(RoleTerms::withSessionsRevoked).orElseThrow()),
                new Response());
    }
}
