package app.keyhold.kms.operation.identity;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Principal;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One person or program.
public final class GetUser extends IdentityOperation<GetUser.Request, GetUser.Response> {
    public record Request(@Required @Length(min = 1, max = 128) @Matches("[\\w+=,.@-]+") String userName)
            implements KmsRequest<Response> {}

    public record Response(User user) {}

    /// IAM API: User.
    ///
    /// @param permissionsBoundary a policy document
    public record User(
            String arn,
            Instant createDate,
            String path,
            Optional<String> permissionsBoundary,
            String userId,
            String userName) {}

    public GetUser(String account) {
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
        Identity user = Holders.find(view, about(request));
        return Prepared.answer(new Response(new User(
                user.principal().arn(),
                user.created(),
                "/",
                user.permissionsBoundary(),
                user.uniqueId(),
                user.principal().name())));
    }
}
