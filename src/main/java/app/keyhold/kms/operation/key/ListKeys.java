package app.keyhold.kms.operation.key;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import java.util.List;
import java.util.Optional;

public final class ListKeys {
    public record Request(
            @Range(min = 1, max = 1000) Optional<Integer> limit,
            @Length(min = 1, max = 1024) @Matches("[\\u0020-\\u00FF]*") Optional<String> marker)
            implements KmsRequest<Response> {
        public static Request firstPage() {
            return new Request(Optional.empty(), Optional.empty());
        }

        public static Request nextPage(String marker) {
            return new Request(Optional.empty(), Optional.of(marker));
        }
    }

    public record Response(
            List<KeyListEntry> keys,
            Optional<String> nextMarker,
            Boolean truncated) {}

    public record KeyListEntry(
            String keyArn,
            String keyId) {}
}
