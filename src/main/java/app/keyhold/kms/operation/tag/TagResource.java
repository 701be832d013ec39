package app.keyhold.kms.operation.tag;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;

public final class TagResource {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required List<Tag> tags)
            implements KmsRequest<Response> {}

    public record Response() {}
}
