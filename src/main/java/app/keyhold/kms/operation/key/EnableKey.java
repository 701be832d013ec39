package app.keyhold.kms.operation.key;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;

public final class EnableKey {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KmsRequest<Response> {}

    public record Response() {}
}
