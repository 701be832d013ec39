package app.keyhold.kms.operation.rotation;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;

public final class RotateKeyOnDemand {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KmsRequest<Response> {}

    public record Response(
            String keyId) {}
}
