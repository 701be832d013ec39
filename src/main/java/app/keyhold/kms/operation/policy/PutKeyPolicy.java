package app.keyhold.kms.operation.policy;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.Optional;

public final class PutKeyPolicy {
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
}
