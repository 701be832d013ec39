package app.keyhold.kms.key;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An enabled customer key, as short as it can be written.
final class TestKey {
    private static final Instant CREATED = Instant.parse("2026-03-01T12:00:00Z");

    private TestKey() {}

    static Key of(String region, String id, KeySpec spec, String materialId) {
        return of(
                new KeyArn(region, "123456789012", id),
                spec,
                new KeyMaterial(materialId, Blob.of(new byte[0]), Optional.empty(), CREATED, Optional.empty()));
    }

    static Key of(KeyArn arn, KeySpec spec, KeyMaterial material) {
        return new Key(
                arn, spec, spec.usages().iterator().next(), KeyOrigin.AWS_KMS, KeyManager.CUSTOMER, CREATED,
                KeyState.Enabled, "", Optional.empty(), Rotation.OFF, "{}", List.of(), List.of(material), 1);
    }
}
