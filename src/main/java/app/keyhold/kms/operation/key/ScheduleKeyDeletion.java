package app.keyhold.kms.operation.key;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.Optional;

public final class ScheduleKeyDeletion {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Range(min = 1, max = 365) Optional<Integer> pendingWindowInDays)
            implements KmsRequest<Response> {
        public static Request of(String keyId) {
            return new Request(keyId, Optional.empty());
        }

        public static Request of(String keyId, int pendingWindowInDays) {
            return new Request(keyId, Optional.of(pendingWindowInDays));
        }
    }

    public record Response(
            Instant deletionDate,
            String keyId,
            KeyState keyState,
            Integer pendingWindowInDays) {}
}
