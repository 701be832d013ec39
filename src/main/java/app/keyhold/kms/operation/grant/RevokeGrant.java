package app.keyhold.kms.operation.grant;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// Ends a grant, by those who manage its key.
public final class RevokeGrant implements Operation<RevokeGrant.Request, RevokeGrant.Response> {
    public record Request(
            Optional<Boolean> dryRun,
            @Required @Length(min = 1, max = 128) String grantId,
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KeyRequest<Response>, DryRunnable {
        public static Request of(String keyId, String grantId) {
            return new Request(Optional.empty(), grantId, keyId);
        }
    }

    public record Response() {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        GrantRules.requireId(request.grantId());
        GrantRules.existing(view, key, request.grantId());
        return Prepared.change(work -> {
            work.remove(GrantRules.existing(work, key, request.grantId()));
            return new Response();
        });
    }
}
