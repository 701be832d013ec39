package app.keyhold.kms.operation.policy;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.Page;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// Names of a key's policies: there is one.
public final class ListKeyPolicies implements Operation<ListKeyPolicies.Request, ListKeyPolicies.Response> {
    private static final int DEFAULT_LIMIT = 100;

    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Range(min = 1, max = 1000) Optional<Integer> limit,
            @Length(min = 1, max = 1024) @Matches("[\\u0020-\\u00FF]*") Optional<String> marker)
            implements KmsRequest<Response> {
        public static Request of(String keyId) {
            return new Request(keyId, Optional.empty(), Optional.empty());
        }
    }

    public record Response(
            Optional<String> nextMarker,
            List<String> policyNames,
            Boolean truncated) {}

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
        Page<String> page = Page.of(
                name() + " " + keys.getFirst().id(),
                List.of(KeyPolicyRules.NAME),
                name -> name,
                request.limit().orElse(DEFAULT_LIMIT),
                request.marker());
        return Prepared.answer(new Response(page.nextMarker(), page.items(), page.truncated()));
    }
}
