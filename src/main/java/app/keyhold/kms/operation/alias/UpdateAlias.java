package app.keyhold.kms.operation.alias;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;

public final class UpdateAlias {
    public record Request(
            @Required @Length(min = 1, max = 256) @Matches("^[a-zA-Z0-9:/_-]+$") String aliasName,
            @Required @Length(min = 1, max = 2048) String targetKeyId)
            implements KmsRequest<Response> {}

    public record Response() {}
}
