package app.keyhold.kms.operation.identity;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Principal;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// An inline policy of a user, as it was put. The document is plain JSON, not URL-encoded as IAM's query protocol has it.
public final class GetUserPolicy extends IdentityOperation<GetUserPolicy.Request, GetUserPolicy.Response> {
    public record Request(
            @Required @Length(min = 1, max = 128) @Matches("[\\w+=,.@-]+") String policyName,
            @Required @Length(min = 1, max = 128) @Matches("[\\w+=,.@-]+") String userName)
            implements KmsRequest<Response> {}

    public record Response(String policyDocument, String policyName, String userName) {}

    public GetUserPolicy(String account) {
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
        var policy = Holders.findPolicy(Holders.find(view, about(request)), request.policyName());
        return Prepared.answer(new Response(policy.document(), policy.name(), request.userName()));
    }
}
