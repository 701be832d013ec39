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

/// Lifts the limit on a role's policies.
public final class DeleteRolePermissionsBoundary
        extends IdentityOperation<DeleteRolePermissionsBoundary.Request, DeleteRolePermissionsBoundary.Response> {
    public record Request(
            @Required @Length(min = 1, max = 64) @Matches("[\\w+=,.@-]+") String roleName)
            implements KmsRequest<Response> {}

    public record Response() {}

    public DeleteRolePermissionsBoundary(String account) {
        super(Request.class, account);
    }

    @Override
    protected Principal.Role about(Request request) {
        return role(request.roleName());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return change(view, request, Holders::withoutBoundary, new Response());
    }
}
