package app.keyhold.kms.key;

import app.keyhold.crypto.Blob;
import java.time.Instant;
import java.util.Optional;

/// One generation of a key's secret, wrapped under the Region's material key.
///
/// @param id 64 hexadecimal digits; random for generated material
/// @param wrapped magic, version, nonce, ciphertext and tag
/// @param publicKey SubjectPublicKeyInfo, for asymmetric keys
/// @param created when it came into force
/// @param rotation how it came to be; empty for the first
public record KeyMaterial(
        String id, Blob wrapped, Optional<Blob> publicKey, Instant created, Optional<RotationType> rotation) {
    /// KMS API: RotationType.
    public enum RotationType {
        AUTOMATIC,
        ON_DEMAND
    }
}
