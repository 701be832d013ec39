package app.keyhold.kms.operation.alias;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class ListAliases {
    public record Request(
            @Length(min = 1, max = 2048) Optional<String> keyId,
            @Range(min = 1, max = 1000) Optional<Integer> limit,
            @Length(min = 1, max = 1024) @Matches("[\\u0020-\\u00FF]*") Optional<String> marker)
            implements KmsRequest<Response> {
        public static Request firstPage() {
            return new Request(Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static Request nextPage(String marker) {
            return new Request(Optional.empty(), Optional.empty(), Optional.of(marker));
        }

        public static Request of(String keyId) {
            return new Request(Optional.of(keyId), Optional.empty(), Optional.empty());
        }
    }

    public record Response(
            List<AliasListEntry> aliases,
            Optional<String> nextMarker,
            Boolean truncated) {}

    public record AliasListEntry(
            String aliasArn,
            String aliasName,
            Instant creationDate,
            Instant lastUpdatedDate,
            String targetKeyId) {}
}
