package app.keyhold.kms.operation.identity;

import app.keyhold.iam.PolicyKind;
import app.keyhold.iam.Principal;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// Sets what a user's policies cannot reach beyond. There are no managed policies here, so the boundary is a document, where
/// IAM has a managed policy's ARN.
public final class PutUserPermissionsBoundary
        extends IdentityOperation<PutUserPermissionsBoundary.Request, PutUserPermissionsBoundary.Response> {
    public record Request(
            @Required @Length(min = 1, max = 131072) @Matches("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+") String permissionsBoundary,
            @Required @Length(min = 1, max = 128) @Matches("[\\w+=,.@-]+") String userName)
            implements KmsRequest<Response> {}

    public record Response() {}

    public PutUserPermissionsBoundary(String account) {
        super(Request.class, account);
    }

    @Override
    protected Principal about(Request request) {
        return user(request.userName());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Holders.parse(PolicyKind.IDENTITY, request.permissionsBoundary());
        var boundary = Optional.of(request.permissionsBoundary());
        return change(view, request, holder -> holder.withPermissionsBoundary(boundary), new Response());
    }
}
