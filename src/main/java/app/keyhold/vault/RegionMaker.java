package app.keyhold.vault;

import app.keyhold.crypto.Randomness;
import app.keyhold.iam.Principal;
import app.keyhold.store.HeaderMemory;
import app.keyhold.store.RegionIdentity;
import app.keyhold.store.SettingNames;
import app.keyhold.store.StoreOptions;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.SealedHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Map;

/// Makes the folder of another Region beside its place and moves it there whole, or recognises one that is there already.
public final class RegionMaker {
    private final InstantSource clock;
    private final Path homeFolder;

    RegionMaker(InstantSource clock, Path homeFolder) {
        this.clock = clock;
        this.homeFolder = homeFolder;
    }

    /// Where the vault's present folder is, for a header that is about to name more than one.
    public Path homeFolder() {
        return homeFolder;
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
        requireFree(place.folder());
        FolderSafety.inspect(place.folder()).stream()
                .filter(concern -> concern.kind().needsPermission() && !allowSyncFolder)
                .findFirst()
                .ifPresent(concern -> {
                    throw FolderSafety.refused(concern);
                });
        var layout = VaultLayout.of(place.folder().resolveSibling("." + place.folder().getFileName() + ".new-"
                + Randomness.uuid().toString().substring(0, 8)));
        try {
            layout.create();
            fill(layout, region, header, keys);
            layout.header().create(header);
            Files.move(layout.folder(), place.folder(), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException failed) {
            layout.remove();
            throw DiskFailure.of("The Region could not be made", failed);
        } catch (RuntimeException failed) {
            layout.remove();
            throw failed;
        }
    }

    private void fill(VaultLayout layout, String region, SealedHeader sealed, KeyTable keys) {
        var header = sealed.header();
        var auditKey = AuditKey.generate(
                keys.key(KeyTable.RegionPurpose.AUDIT_SIGNING, region), header.vaultId(), region);
        var identity = new RegionIdentity(header.vaultId(), header.account(), region);
        try (var store = new RegionFiles(layout, identity, StoreOptions.LOCAL).create(keys)) {
            // Row 1 names the audit key, so that every export of the chain carries it.
            RegionFiles.told(() -> new VaultEvents(store, clock, Principal.Service.KMS, "schedule")
                    .record(
                            "CreateRegion",
                            Map.of(
                                    "vaultId", header.vaultId(),
                                    "incarnation", header.incarnation(),
                                    "auditPublicKey", auditKey.publicKey().base64()),
                            work -> {
                                work.putSetting(SettingNames.INCARNATION, header.incarnation());
                                auditKey.put(work);
                                HeaderMemory.confirm(work, HeaderKeeper.seen(sealed));
                            }));
        }
    }

    /// Whether `folder` has that Region of this vault.
    public boolean isThere(Path folder, String region, Header vault) {
        var place = VaultLayout.of(folder);
        if (!Files.isRegularFile(place.database(region))) {
            return false;
        }
        return HeaderChoice.isSameVault(place.header().read().header(), vault);
    }

    private static void requireFree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new VaultException(
                        VaultException.Kind.EXISTS,
                        folder + " is already there and was left alone.",
                        "Name a folder that does not exist, or the one that has this Region.");
            }
        } catch (IOException notAFolder) {
            throw DiskFailure.of(folder + " can't become a Region", notAFolder);
        }
    }
}
