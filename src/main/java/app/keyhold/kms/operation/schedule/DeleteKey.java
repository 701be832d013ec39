package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Required;

/// The end of one key's deletion window (CloudTrail: service event DeleteKey): key, materials and aliases vanish.
public final class DeleteKey {
    public record Request(@Required String keyId) implements KmsRequest<Response> {}

    public record Response(String keyId) {}
}
