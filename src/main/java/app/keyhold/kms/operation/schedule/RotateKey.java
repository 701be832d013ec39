package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Required;

/// The automatic rotation of one key (CloudTrail: service event RotateKey).
public final class RotateKey {
    public record Request(@Required String keyId) implements KmsRequest<Response> {}

    public record Response(String keyId, String keyMaterialId) {}
}
