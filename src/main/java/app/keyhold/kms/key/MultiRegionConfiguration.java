package app.keyhold.kms.key;

import java.util.List;

/// KMS API: MultiRegionConfiguration.
public record MultiRegionConfiguration(
        String multiRegionKeyType, MultiRegionKey primaryKey, List<MultiRegionKey> replicaKeys) {
    public record MultiRegionKey(String arn, String region) {}
}
