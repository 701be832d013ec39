package app.keyhold.kms.operation.rotation;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.util.Optional;

public final class EnableKeyRotation {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Range(min = 90, max = 2560) Optional<Integer> rotationPeriodInDays)
            implements KmsRequest<Response> {
        /// Every 365 days.
        public static Request of(String keyId) {
            return new Request(keyId, Optional.empty());
        }

        /// @param rotationPeriodInDays 90 to 2560
        public static Request of(String keyId, int rotationPeriodInDays) {
            return new Request(keyId, Optional.of(rotationPeriodInDays));
        }
    }

    public record Response() {}
}
