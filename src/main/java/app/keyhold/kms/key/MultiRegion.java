package app.keyhold.kms.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a multi-Region key knows of its relatives. All of them hold the same under one [#primaryEpoch]; where two
/// disagree, [#outranks] says which is right.
///
/// @param primaryRegion where the primary key is
/// @param replicaRegions in the order they were made
/// @param primaryEpoch grows by one whenever another key becomes the primary
/// @param deletionWindow days the primary will wait once its last replica is gone; set while it waits for that
public record MultiRegion(
        Type type,
        String primaryRegion,
        List<String> replicaRegions,
        long primaryEpoch,
        Optional<Integer> deletionWindow) {
    /// KMS API: MultiRegionKeyType.
    public enum Type {
        PRIMARY,
        REPLICA
    }

    public MultiRegion {
        replicaRegions = List.copyOf(replicaRegions);
    }

    public MultiRegion(Type type, String primaryRegion, List<String> replicaRegions, long primaryEpoch) {
        this(type, primaryRegion, replicaRegions, primaryEpoch, Optional.empty());
    }

    /// A primary key without replicas.
    public static MultiRegion primary(String region) {
        return new MultiRegion(Type.PRIMARY, region, List.of(), 1);
    }

    public boolean isPrimary() {
        return type == Type.PRIMARY;
    }

    /// The Regions of all relatives but the one in `region`.
    public List<String> othersThan(String region) {
        return Stream.concat(Stream.of(primaryRegion), replicaRegions.stream())
                .filter(one -> !one.equals(region))
                .toList();
    }

    public boolean isIn(String region) {
        return primaryRegion.equals(region) || replicaRegions.contains(region);
    }

    /// Whether what this one says counts more than what `other` says. Two primaries of one epoch can only come from two
    /// promotions that did not know of each other; then the order of the Regions' names decides, everywhere alike.
    public boolean outranks(MultiRegion other) {
        if (primaryEpoch != other.primaryEpoch) {
            return primaryEpoch > other.primaryEpoch;
        }
        int order = primaryRegion.compareTo(other.primaryRegion);
        return order == 0 ? isPrimary() && !other.isPrimary() : order < 0;
    }

    /// As the relative in `region` has it.
    public MultiRegion seenFrom(String region) {
        return new MultiRegion(
                primaryRegion.equals(region) ? Type.PRIMARY : Type.REPLICA,
                primaryRegion,
                replicaRegions,
                primaryEpoch,
                primaryRegion.equals(region) ? deletionWindow : Optional.empty());
    }

    public MultiRegion withReplica(String region) {
        List<String> more = new ArrayList<>(replicaRegions);
        more.add(region);
        return new MultiRegion(type, primaryRegion, more, primaryEpoch, deletionWindow);
    }

    public MultiRegion withoutReplica(String region) {
        return new MultiRegion(
                type,
                primaryRegion,
                replicaRegions.stream().filter(one -> !one.equals(region)).toList(),
                primaryEpoch,
                deletionWindow);
    }

    public MultiRegion withDeletionWindow(Optional<Integer> days) {
        return new MultiRegion(type, primaryRegion, replicaRegions, primaryEpoch, days);
    }

    /// The relative in `region`, a replica before, becomes the primary under the next epoch.
    public MultiRegion promoting(String region) {
        List<String> replicas = new ArrayList<>(othersThan(region));
        return new MultiRegion(Type.PRIMARY, region, replicas, primaryEpoch + 1);
    }
}
