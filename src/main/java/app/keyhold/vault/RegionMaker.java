package app.keyhold.vault;

import app.keyhold.iam.Principal;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.SealedHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// Makes the folder of another Region beside its place and moves it there whole, or recognises one that is there already.
public final class RegionMaker {
    private final InstantSource clock;

    RegionMaker(InstantSource clock) {
        this.clock = clock;
    }

    /// @param region which is to be at `folder`
    /// @param header as the vault has it now
    /// @return false if the Region's folder was there already
    /// @throws VaultException EXISTS if something else is there, REFUSED_FOR_SAFETY, NO_SPACE
    public boolean makeUnlessThere(
            Path folder, String region, SealedHeader header, KeyTable keys, boolean allowSyncFolder) {
        var place = VaultLayout.of(folder);
        if (isThere(folder, region, header.header())) {
            return false;
        }
        NewFolder.requireFree(
                place.folder(), "a Region", "Name a folder that does not exist, or the one that has this Region.");
        NewFolder.requireSafe(place.folder(), allowSyncFolder);
        NewFolder.make(place.folder(), "new", "The Region could not be made", layout -> {
            new FirstRow(clock, Principal.Service.KMS, "schedule", "CreateRegion")
                    .write(layout, region, header, keys, _ -> {});
            layout.header().create(header);
        });
        return true;
    }

    /// Whether `folder` has that Region of this vault.
    public boolean isThere(Path folder, String region, Header vault) {
        var place = VaultLayout.of(folder);
        if (!Files.isRegularFile(place.database(region))) {
            return false;
        }
        return HeaderChoice.isSameVault(place.header().read().header(), vault);
    }
}
