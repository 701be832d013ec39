package app.keyhold.kms.operation.rotation;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.Optional;

public final class GetKeyRotationStatus {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KmsRequest<Response> {}

    public record Response(
            String keyId,
            Boolean keyRotationEnabled,
            Optional<Instant> nextRotationDate,
            Optional<Instant> onDemandRotationStartDate,
            Optional<Integer> rotationPeriodInDays) {}
}
