package app.keyhold.kms.operation.accesskey;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Principal;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.Page;
import app.keyhold.kms.operation.identity.Holders;
import app.keyhold.kms.operation.identity.IdentityOperation;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A user's access keys, without their secrets.
public final class ListAccessKeys extends IdentityOperation<ListAccessKeys.Request, ListAccessKeys.Response> {
    private static final int DEFAULT_ITEMS = 100;

    public record Request(
            @Length(min = 1, max = 1024) Optional<String> marker,
            @Range(min = 1, max = 1000) Optional<Integer> maxItems,
            @Required @Length(min = 1, max = 128) @Matches("[\\w+=,.@-]+") String userName)
            implements KmsRequest<Response> {
        public static Request of(String userName) {
            return new Request(Optional.empty(), Optional.empty(), userName);
        }
    }

    public record Response(
            List<AccessKeyMetadata> accessKeyMetadata, Boolean isTruncated, Optional<String> marker) {}

    /// IAM API: AccessKeyMetadata.
    public record AccessKeyMetadata(String accessKeyId, Instant createDate, String status, String userName) {}

    public ListAccessKeys(String account) {
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
        Page<AccessKey> page = Page.of(
                name() + " " + request.userName(),
                UserKeys.of(view, Holders.find(view, about(request))),
                AccessKey::id,
                request.maxItems().orElse(DEFAULT_ITEMS),
                request.marker());
        return Prepared.answer(new Response(
                page.map(key -> new AccessKeyMetadata(
                        key.id(), key.created(), key.status().name(), request.userName())),
                page.truncated(),
                page.nextMarker()));
    }
}
