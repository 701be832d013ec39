package app.keyhold.kms.keystore;

import app.keyhold.crypto.token.TokenAddress;
import java.time.Instant;
import java.util.Optional;

/// A token that a custom key store may stand on.
///
/// @param clusterId the name it goes by in the KMS API: `cluster-` and 11 to 16 letters and digits
/// @param manufacturer as the token tells it
/// @param model as the token tells it
/// @param trustAnchor a certificate that key stores on this token have to name; empty if they have to name none
/// @param changedBy number of the audit row that wrote it
public record ConfiguredToken(
        String clusterId,
        TokenAddress address,
        String manufacturer,
        String model,
        Optional<String> trustAnchor,
        Instant added,
        long changedBy) {
    public ConfiguredToken withChangedBy(long row) {
        return new ConfiguredToken(clusterId, address, manufacturer, model, trustAnchor, added, row);
    }

    /// The same device, or its clone.
    public boolean isRelatedTo(ConfiguredToken other) {
        boolean sameDevice = address.serial().equals(other.address.serial())
                && manufacturer.equals(other.manufacturer)
                && model.equals(other.model);
        return sameDevice || (trustAnchor.isPresent() && trustAnchor.equals(other.trustAnchor));
    }
}
