package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Required;

/// Makes a service's own key at its first use. Asked for by the service's room when `alias/aws/<service>` is not there
/// yet; answers the key that is there if another call was faster.
public final class CreateServiceManagedKey {
    /// @param service `files`; must be the service the call was forwarded by
    public record Request(@Required String service) implements KmsRequest<Response> {}

    public record Response(String keyId) {}
}
