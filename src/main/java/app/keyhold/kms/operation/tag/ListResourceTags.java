package app.keyhold.kms.operation.tag;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

public final class ListResourceTags {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Range(min = 1, max = 1000) Optional<Integer> limit,
            @Length(min = 1, max = 1024) @Matches("[\\u0020-\\u00FF]*") Optional<String> marker)
            implements KmsRequest<Response> {
        public static Request of(String keyId) {
            return new Request(keyId, Optional.empty(), Optional.empty());
        }
    }

    public record Response(
            Optional<String> nextMarker,
            List<Tag> tags,
            Boolean truncated) {}
}
