package app.keyhold.kms.key;

import app.keyhold.crypto.Blob;
import java.time.Instant;
import java.util.Optional;

/// Generated material, already wrapped, that is not in force yet: generating takes time, so it happens before the
/// transaction whose time it gets.
public record FreshMaterial(String id, Blob wrapped, Optional<Blob> publicKey) {
    /// The first material of a new key.
    public KeyMaterial first(Instant created) {
        return new KeyMaterial(id, wrapped, publicKey, created, Optional.empty());
    }

    public KeyMaterial rotatedIn(Instant created, KeyMaterial.RotationType rotation) {
        return new KeyMaterial(id, wrapped, publicKey, created, Optional.of(rotation));
    }
}
