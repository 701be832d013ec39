package app.keyhold.kms.operation.accesskey;

import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Principal;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.credential.AccessKeySecrets;
import app.keyhold.kms.credential.AccessKeyStatus;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.identity.Holders;
import app.keyhold.kms.operation.identity.IdentityOperation;
import app.keyhold.kms.operation.identity.UniqueIds;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;

/// An access key for a user, with its secret, which is answered this once and never again.
public final class CreateAccessKey extends IdentityOperation<CreateAccessKey.Request, CreateAccessKey.Response> {
    public record Request(@Required @Length(min = 1, max = 128) @Matches("[\\w+=,.@-]+") String userName)
            implements KmsRequest<Response> {}

    public record Response(NewAccessKey accessKey) {}

    /// IAM API: AccessKey.
    ///
    /// @param secretAccessKey in base64 the forty characters that sign requests; whoever receives it wipes it
    public record NewAccessKey(
            String accessKeyId, Instant createDate, SecretBytes secretAccessKey, String status, String userName) {}

    private final AccessKeySecrets secrets;

    public CreateAccessKey(String account, AccessKeySecrets secrets) {
        super(Request.class, account);
        this.secrets = secrets;
    }

    @Override
    protected Principal about(Request request) {
        return user(request.userName());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        UserKeys.requireMayHaveSome(about(request));
        UserKeys.requireRoom(view, Holders.find(view, about(request)));
        return Prepared.change(work -> new Response(make(work, request)));
    }

    /// In the writer's turn, because only there the secret is sure to be either answered or wiped.
    private NewAccessKey make(UnitOfWork work, Request request) {
        Identity user = Holders.find(work, about(request));
        UserKeys.requireRoom(work, user);
        String id = UniqueIds.ofAccessKey();
        SecretBytes secret = Randomness.secret(AccessKeySecrets.SECRET_BYTES);
        var key = new AccessKey(
                id,
                user.principal().arn(),
                user.uniqueId(),
                AccessKeyStatus.Active,
                work.now(),
                secrets.wrap(user.uniqueId(), id, secret),
                0);
        work.put(key);
        return new NewAccessKey(id, key.created(), secret, key.status().name(), request.userName());
    }
}
