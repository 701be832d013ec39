package app.keyhold.kms.operation.tag;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;

public final class UntagResource {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @EachLength(min = 1, max = 128) List<String> tagKeys)
            implements KmsRequest<Response> {}

    public record Response() {}
}
