package app.keyhold.kms.operation.role;

import app.keyhold.iam.Identity;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.identity.Holders;
import app.keyhold.kms.operation.identity.IdentityOperation;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Removes a role, once it has no policies any more; its sessions end with it.
public final class DeleteRole extends IdentityOperation<DeleteRole.Request, DeleteRole.Response> {
    public record Request(@Required @Length(min = 1, max = 64) @Matches("[\\w+=,.@-]+") String roleName)
            implements KmsRequest<Response> {}

    public record Response() {}

    public DeleteRole(String account) {
        super(Request.class, account);
    }

    @Override
    protected Principal.Role about(Request request) {
        return role(request.roleName());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        requireBare(Holders.find(view, about(request)));
        return Prepared.change(work -> {
            Identity role = Holders.find(work, about(request));
            requireBare(role);
            work.remove(role);
            return new Response();
        });
    }

    private static void requireBare(Identity role) {
        if (!role.policies().isEmpty()) {
            throw new KmsException(
                    Fault.DeleteConflictException, "Cannot delete entity, must delete policies first.");
        }
    }
}
