package app.keyhold.kms.operation.accesskey;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Identity;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.credential.LastUse;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When an access key last signed a call in this Region, and whose it is.
public final class GetAccessKeyLastUsed
        implements Operation<GetAccessKeyLastUsed.Request, GetAccessKeyLastUsed.Response> {
    private static final String NEVER = "N/A";

    public record Request(@Required @Length(min = 16, max = 128) @Matches("[\\w]+") String accessKeyId)
            implements KmsRequest<Response> {}

    public record Response(AccessKeyLastUsed accessKeyLastUsed, String userName) {}

    /// IAM API: AccessKeyLastUsed.
    ///
    /// @param region `N/A` where it was never used, as `serviceName`
    public record AccessKeyLastUsed(Optional<Instant> lastUsedDate, String region, String serviceName) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public String eventSource() {
        return "iam.amazonaws.com";
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of();
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.OnAccessKey("iam:GetAccessKeyLastUsed", request.accessKeyId()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        AccessKey key = view.accessKey(request.accessKeyId())
                .orElseThrow(() -> UserKeys.unknown(request.accessKeyId()));
        Identity user = view.identity(key.userArn())
                .filter(key::isOf)
                .orElseThrow(() -> UserKeys.unknown(request.accessKeyId()));
        Optional<LastUse> last = LastUse.of(view, key);
        return Prepared.answer(new Response(
                new AccessKeyLastUsed(
                        last.map(LastUse::date),
                        last.map(LastUse::region).orElse(NEVER),
                        last.map(LastUse::serviceName).orElse(NEVER)),
                user.principal().name()));
    }
}
