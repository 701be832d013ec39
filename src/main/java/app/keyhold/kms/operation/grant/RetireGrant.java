package app.keyhold.kms.operation.grant;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Access;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.grant.GrantTokens;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import java.util.List;
import java.util.Optional;

/// Ends a grant, by those it names: who they are is part of the grant, no policy's affair. It is named by a token, or by
/// key and id.
public final class RetireGrant implements Operation<RetireGrant.Request, RetireGrant.Response> {
    private final GrantTokens tokens;

    public RetireGrant(GrantTokens tokens) {
        this.tokens = tokens;
    }

    public record Request(
            Optional<Boolean> dryRun,
            @Length(min = 1, max = 128) Optional<String> grantId,
            @Length(min = 1, max = 8192) Optional<String> grantToken,
            @Length(min = 1, max = 2048) Optional<String> keyId)
            implements KmsRequest<Response>, DryRunnable {
        public static Request byToken(String grantToken) {
            return new Request(Optional.empty(), Optional.empty(), Optional.of(grantToken), Optional.empty());
        }

        public static Request of(String keyId, String grantId) {
            return new Request(Optional.empty(), Optional.of(grantId), Optional.empty(), Optional.of(keyId));
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
        GrantTokens.Named named = named(request);
        GrantRules.requireId(named.grantId());
        Key key = KeyLookup.key(view, named.keyId());
        GrantRules.existing(view, key, named.grantId());
        return List.of(key);
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.ByGrant("kms:RetireGrant", keys.getFirst(), named(request).grantId()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.change(work -> {
            work.remove(GrantRules.existing(work, keys.getFirst(), named(request).grantId()));
            return new Response();
        });
    }

    private GrantTokens.Named named(Request request) {
        boolean byToken = request.grantToken().isPresent();
        boolean byId = request.keyId().isPresent() && request.grantId().isPresent();
        boolean byPartOfIt = request.keyId().isPresent() || request.grantId().isPresent();
        if (byToken == byId || (byToken && byPartOfIt)) {
            throw GrantRules.invalid("You must specify either GrantToken, or both KeyId and GrantId.");
        }
        return request.grantToken()
                .map(tokens::parse)
                .orElseGet(() -> new GrantTokens.Named(
                        request.keyId().orElseThrow(), request.grantId().orElseThrow()));
    }
}
