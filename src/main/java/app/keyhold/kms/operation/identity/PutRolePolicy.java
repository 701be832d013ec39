package app.keyhold.kms.operation.identity;

import app.keyhold.iam.Identity.NamedPolicy;
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

/// Gives a role an inline policy, new or in place of the one of its name.
public final class PutRolePolicy extends IdentityOperation<PutRolePolicy.Request, PutRolePolicy.Response> {
    public record Request(
            @Required @Length(min = 1, max = 131072) @Matches("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+") String policyDocument,
            @Required @Length(min = 1, max = 128) @Matches("[\\w+=,.@-]+") String policyName,
            @Required @Length(min = 1, max = 64) @Matches("[\\w+=,.@-]+") String roleName)
            implements KmsRequest<Response> {}

    public record Response() {}

    public PutRolePolicy(String account) {
        super(Request.class, account);
    }

    @Override
    protected Principal.Role about(Request request) {
        return role(request.roleName());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Holders.parse(PolicyKind.IDENTITY, request.policyDocument());
        var policy = new NamedPolicy(request.policyName(), request.policyDocument());
        return change(view, request, holder -> Holders.with(holder, policy), new Response());
    }
}
