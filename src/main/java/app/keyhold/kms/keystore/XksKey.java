package app.keyhold.kms.keystore;

import java.util.Set;

/// What a proxy tells of an external key.
public record XksKey(String keySpec, Set<String> keyUsage, boolean enabled) {
    public XksKey {
        keyUsage = Set.copyOf(keyUsage);
    }

    /// AES-256, enabled, for both directions: what a KMS key needs.
    public boolean isUsable() {
        return keySpec.equals("AES_256") && enabled && keyUsage.containsAll(Set.of("ENCRYPT", "DECRYPT"));
    }
}
