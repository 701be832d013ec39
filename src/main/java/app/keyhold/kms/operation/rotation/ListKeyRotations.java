package app.keyhold.kms.operation.rotation;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.ExpirationModel;
import app.keyhold.kms.key.ImportState;
import app.keyhold.kms.key.IncludeKeyMaterial;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyMaterialState;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class ListKeyRotations {
    public record Request(
            @OneOf(IncludeKeyMaterial.class) Optional<String> includeKeyMaterial,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Range(min = 1, max = 1000) Optional<Integer> limit,
            @Length(min = 1, max = 1024) @Matches("[\\u0020-\\u00FF]*") Optional<String> marker)
            implements KmsRequest<Response> {
        /// The rotations alone.
        public static Request of(String keyId) {
            return of(keyId, IncludeKeyMaterial.ROTATIONS_ONLY);
        }

        public static Request of(String keyId, IncludeKeyMaterial include) {
            return new Request(Optional.of(include.name()), keyId, Optional.empty(), Optional.empty());
        }
    }

    public record Response(
            Optional<String> nextMarker,
            List<RotationsListEntry> rotations,
            Boolean truncated) {}

    public record RotationsListEntry(
            Optional<ExpirationModel> expirationModel,
            Optional<ImportState> importState,
            String keyId,
            Optional<String> keyMaterialDescription,
            Optional<String> keyMaterialId,
            Optional<KeyMaterialState> keyMaterialState,
            Optional<Instant> rotationDate,
            Optional<KeyMaterial.RotationType> rotationType,
            Optional<Instant> validTo) {}
}
