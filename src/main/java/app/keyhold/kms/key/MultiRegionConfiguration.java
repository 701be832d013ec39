package app.keyhold.kms.key;

import java.util.List;

/// KMS API: MultiRegionConfiguration.
public record MultiRegionConfiguration(
        String multiRegionKeyType, MultiRegionKey primaryKey, List<MultiRegionKey> replicaKeys) {
    public record MultiRegionKey(String arn, String region) {}

    /// @param any the ARN of one of the related keys; they differ in the Region alone
    static MultiRegionConfiguration of(KeyArn any, MultiRegion relatives) {
        return new MultiRegionConfiguration(
                relatives.type().name(),
                in(relatives.primaryRegion(), any),
                relatives.replicaRegions().stream().map(region -> in(region, any)).toList());
    }

    private static MultiRegionKey in(String region, KeyArn any) {
        return new MultiRegionKey(new KeyArn(region, any.account(), any.keyId()).toString(), region);
    }
}
