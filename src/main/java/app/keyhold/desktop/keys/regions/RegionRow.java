package app.keyhold.desktop.keys.regions;

import app.keyhold.desktop.keys.KeyView;
import app.keyhold.kms.key.MultiRegionConfiguration;
import app.keyhold.vault.operation.ListRegions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One Region of the vault, or one the key is in, and what the key is there.
///
/// @param attached whether it is in reach; empty if nobody may know
record RegionRow(String region, Role role, boolean here, Optional<Boolean> attached) {
    enum Role {
        PRIMARY,
        REPLICA,
        NONE
    }

    /// The key's Regions first, its primary before all.
    ///
    /// @param known the vault's, as far as the person may know them
    static List<RegionRow> of(KeyView key, List<ListRegions.Region> known) {
        List<RegionRow> rows = new ArrayList<>();
        key.metadata().multiRegionConfiguration().ifPresent(relatives -> {
            rows.add(row(relatives.primaryKey().region(), Role.PRIMARY, key, known));
            relatives.replicaKeys().stream()
                    .map(MultiRegionConfiguration.MultiRegionKey::region)
                    .forEach(region -> rows.add(row(region, Role.REPLICA, key, known)));
        });
        known.stream()
                .map(ListRegions.Region::region)
                .filter(region -> rows.stream().noneMatch(row -> row.region().equals(region)))
                .forEach(region -> rows.add(row(region, Role.NONE, key, known)));
        return rows;
    }

    private static RegionRow row(String region, Role role, KeyView key, List<ListRegions.Region> known) {
        return new RegionRow(
                region,
                role,
                region.equals(key.region()),
                known.stream().filter(one -> one.region().equals(region)).findFirst().map(ListRegions.Region::attached));
    }
}
