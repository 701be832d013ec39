package app.keyhold.vault;

import java.time.Instant;
import java.util.List;

/// What a backup says of itself to anybody: intact as far as checksums tell, but proven only by whoever opens it.
///
/// @param made when
/// @param users with a passphrase whose names the header tells, in its order
/// @param namesArePrivate whether a user's name has to be typed
/// @param regions the home first, if it is among them
public record BackupInfo(
        String vaultId,
        String account,
        Instant made,
        long bytes,
        List<String> users,
        boolean namesArePrivate,
        List<RegionInfo> regions) {
    /// @param rows of its audit trail
    public record RegionInfo(String region, long keys, long rows) {}

    public long keys() {
        return regions.stream().mapToLong(RegionInfo::keys).sum();
    }

    public long rows() {
        return regions.stream().mapToLong(RegionInfo::rows).sum();
    }
}
