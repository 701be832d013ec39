package app.keyhold.kms.operation.accesskey;

import app.keyhold.iam.Identity;
import app.keyhold.iam.Principal;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.credential.AccessKeyStatus;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.identity.Holders;
import app.keyhold.kms.operation.identity.IdentityOperation;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Lets an access key sign, or stops it for as long as it is inactive.
public final class UpdateAccessKey extends IdentityOperation<UpdateAccessKey.Request, UpdateAccessKey.Response> {
    public record Request(
            @Required @Length(min = 16, max = 128) @Matches("[\\w]+") String accessKeyId,
            @Required @OneOf(AccessKeyStatus.class) String status,
            @Required @Length(min = 1, max = 128) @Matches("[\\w+=,.@-]+") String userName)
            implements KmsRequest<Response> {
        public static Request of(String userName, String accessKeyId, AccessKeyStatus status) {
            return new Request(accessKeyId, status.name(), userName);
        }
    }

    public record Response() {}

    public UpdateAccessKey(String account) {
        super(Request.class, account);
    }

    @Override
    protected Principal about(Request request) {
        return user(request.userName());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var status = AccessKeyStatus.valueOf(request.status());
        var _ = UserKeys.find(view, Holders.find(view, about(request)), request.accessKeyId());
        return Prepared.change(work -> {
            Identity user = Holders.find(work, about(request));
            work.put(UserKeys.find(work, user, request.accessKeyId()).withStatus(status));
            return new Response();
        });
    }
}
