package app.keyhold.kms.operation.key;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;

public final class DescribeKey {
    public record Request(
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KmsRequest<Response> {
        public static Request of(String keyId) {
            return new Request(List.of(), keyId);
        }
    }

    public record Response(
            KeyMetadata keyMetadata) {}
}
