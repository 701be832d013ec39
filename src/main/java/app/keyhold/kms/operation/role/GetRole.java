package app.keyhold.kms.operation.role;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Principal;
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

/// One role, with its trust policy.
public final class GetRole extends IdentityOperation<GetRole.Request, GetRole.Response> {
    public record Request(@Required @Length(min = 1, max = 64) @Matches("[\\w+=,.@-]+") String roleName)
            implements KmsRequest<Response> {}

    public record Response(Role role) {}

    public GetRole(String account) {
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
        return Prepared.answer(new Response(Role.of(view, Holders.find(view, about(request)))));
    }
}
