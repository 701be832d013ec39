package app.keyhold.kms.operation.policy;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.Optional;

public final class GetKeyPolicy {
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
}
