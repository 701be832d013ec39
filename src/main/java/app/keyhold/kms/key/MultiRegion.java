package app.keyhold.kms.key;

import java.util.List;

/// What a multi-Region key knows of its relatives. All of them hold the same under one [#primaryEpoch]; where two
/// disagree, the one with the higher epoch is right.
///
/// @param primaryRegion where the primary key is
/// @param replicaRegions in the order they were made
/// @param primaryEpoch grows by one whenever another key becomes the primary
public record MultiRegion(Type type, String primaryRegion, List<String> replicaRegions, long primaryEpoch) {
    /// KMS API: MultiRegionKeyType.
    public enum Type {
        PRIMARY,
        REPLICA
    }

    public MultiRegion {
        replicaRegions = List.copyOf(replicaRegions);
    }

    /// A primary key without replicas.
    public static MultiRegion primary(String region) {
        return new MultiRegion(Type.PRIMARY, region, List.of(), 1);
    }

    public boolean isPrimary() {
        return type == Type.PRIMARY;
    }
}
