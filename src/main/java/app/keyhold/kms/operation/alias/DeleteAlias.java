package app.keyhold.kms.operation.alias;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;

public final class DeleteAlias {
    public record Request(
            @Required @Length(min = 1, max = 256) @Matches("^[a-zA-Z0-9:/_-]+$") String aliasName)
            implements KmsRequest<Response> {}

    public record Response() {}
}
