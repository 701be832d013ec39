package app.keyhold.desktop.keys.material;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.key.ExpirationModel;
import app.keyhold.kms.key.ImportType;
import app.keyhold.kms.operation.imported.ImportKeyMaterial;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Under what terms material comes in.
///
/// @param days until it expires; empty if it does not
/// @param fresh other material than the key has, which then waits for a rotation
/// @param description what to call it; may be empty
record ImportTerms(Optional<Integer> days, boolean fresh, String description) {
    static final int LONGEST = 365;

    ImportKeyMaterial.Request request(String keyId, Blob token, Blob wrapped, Instant now) {
        return new ImportKeyMaterial.Request(
                wrapped,
                Optional.of((days.isPresent() ? ExpirationModel.KEY_MATERIAL_EXPIRES : ExpirationModel.KEY_MATERIAL_DOES_NOT_EXPIRE).name()),
                token,
                fresh ? Optional.of(ImportType.NEW_KEY_MATERIAL.name()) : Optional.empty(),
                keyId,
                Optional.of(description.strip()).filter(text -> !text.isEmpty()),
                Optional.empty(),
                days.map(count -> now.plus(Duration.ofDays(count))));
    }
}
