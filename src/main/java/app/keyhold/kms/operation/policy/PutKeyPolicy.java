package app.keyhold.kms.operation.policy;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Access;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Replaces a key's policy. Refused if the caller could not replace it again afterwards, unless asked to bypass that
/// check.
public final class PutKeyPolicy implements Operation<PutKeyPolicy.Request, PutKeyPolicy.Response> {
    public record Request(
            Optional<Boolean> bypassPolicyLockoutSafetyCheck,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @Length(min = 1, max = 131072) @Matches("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+") String policy,
            @Length(min = 1, max = 128) @Matches("[\\w]+") Optional<String> policyName)
            implements KmsRequest<Response> {
        /// With the lock-out safety check.
        public static Request of(String keyId, String policy) {
            return new Request(Optional.empty(), keyId, policy, Optional.empty());
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
    public List<Access> accesses(Request request, List<Key> keys) {
        Key key = keys.getFirst();
        List<Access> accesses = new ArrayList<>(List.of(new Access.OnKey("kms:PutKeyPolicy", key)));
        if (!request.bypassPolicyLockoutSafetyCheck().orElse(false)) {
            accesses.add(new Access.AfterPolicyChange("kms:PutKeyPolicy", Optional.of(key), request.policy()));
        }
        return accesses;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        Require.customerManaged(keys.getFirst());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        KeyPolicyRules.requireName(request.policyName());
        KeyPolicyRules.requireAcceptable(view, request.policy());
        return Prepared.change(work -> {
            String policy = KeyPolicyRules.bound(work, request.policy());
            work.put(KeyLookup.key(work, keys.getFirst().id()).withPolicy(policy));
            return new Response();
        });
    }
}
