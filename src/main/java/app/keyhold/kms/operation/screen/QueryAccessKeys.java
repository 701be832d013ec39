package app.keyhold.kms.operation.screen;

import app.keyhold.iam.Identity;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.credential.AccessKeyStatus;
import app.keyhold.kms.credential.LastUse;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.accesskey.UserKeys;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A user's access keys, oldest first, each with its last use.
public final class QueryAccessKeys extends ScreenOperation<QueryAccessKeys.Request, QueryAccessKeys.Response> {
    public record Request(@Required String screenSession, @Required @Length(min = 20, max = 2048) String principalArn)
            implements KmsRequest<Response>, ScreenQuery {}

    /// @param most how many a user can have
    public record Response(List<Entry> accessKeys, int most) {}

    /// @param lastUsed in this Region; empty if it never was
    public record Entry(String id, boolean active, Instant created, Optional<LastUse> lastUsed) {}

    public QueryAccessKeys() {
        super(Request.class, "keyhold.app", "iam:ListAccessKeys");
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(
                new Access.IamOnly("iam:ListAccessKeys", request.principalArn()),
                new Access.IamOnly("iam:GetAccessKeyLastUsed", request.principalArn()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Identity user = view.identity(request.principalArn())
                .orElseThrow(() -> new KmsException(
                        Fault.NoSuchEntityException, request.principalArn() + " cannot be found."));
        return Prepared.answer(new Response(
                UserKeys.of(view, user).stream()
                        .sorted(Comparator.comparing(AccessKey::created))
                        .map(key -> new Entry(
                                key.id(),
                                key.status() == AccessKeyStatus.Active,
                                key.created(),
                                LastUse.of(view, key)))
                        .toList(),
                UserKeys.MOST));
    }
}
