package app.keyhold.kms.operation.policy;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.identity.KnownPrincipals;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// A key's policy, as it was put; in place of somebody who is gone, their unique id.
public final class GetKeyPolicy implements Operation<GetKeyPolicy.Request, GetKeyPolicy.Response> {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Length(min = 1, max = 128) @Matches("[\\w]+") Optional<String> policyName)
            implements KmsRequest<Response> {
        public static Request of(String keyId) {
            return new Request(keyId, Optional.empty());
        }
    }

    public record Response(
            String policy,
            String policyName) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        KeyPolicyRules.requireName(request.policyName());
        String policy = KnownPrincipals.shown(view, keys.getFirst().policy());
        return Prepared.answer(new Response(policy, KeyPolicyRules.NAME));
    }
}
