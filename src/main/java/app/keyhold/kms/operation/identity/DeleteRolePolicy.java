package app.keyhold.kms.operation.identity;

import app.keyhold.iam.Principal;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Takes an inline policy from a role.
public final class DeleteRolePolicy extends IdentityOperation<DeleteRolePolicy.Request, DeleteRolePolicy.Response> {
    public record Request(
            @Required @Length(min = 1, max = 128) @Matches("[\\w+=,.@-]+") String policyName,
            @Required @Length(min = 1, max = 64) @Matches("[\\w+=,.@-]+") String roleName)
            implements KmsRequest<Response> {}

    public record Response() {}

    public DeleteRolePolicy(String account) {
        super(Request.class, account);
    }

    @Override
    protected Principal.Role about(Request request) {
        return role(request.roleName());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return change(view, request, holder -> Holders.without(holder, request.policyName()), new Response());
    }
}
