package app.keyhold.kms.operation.accesskey;

import app.keyhold.iam.Identity;
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

/// Takes an access key from a user, for good.
public final class DeleteAccessKey extends IdentityOperation<DeleteAccessKey.Request, DeleteAccessKey.Response> {
    public record Request(
            @Required @Length(min = 16, max = 128) @Matches("[\\w]+") String accessKeyId,
            @Required @Length(min = 1, max = 128) @Matches("[\\w+=,.@-]+") String userName)
            implements KmsRequest<Response> {}

    public record Response() {}

    public DeleteAccessKey(String account) {
        super(Request.class, account);
    }

    @Override
    protected Principal about(Request request) {
        return user(request.userName());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var _ = UserKeys.find(view, Holders.find(view, about(request)), request.accessKeyId());
        return Prepared.change(work -> {
            Identity user = Holders.find(work, about(request));
            work.remove(UserKeys.find(work, user, request.accessKeyId()));
            return new Response();
        });
    }
}
