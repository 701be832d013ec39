package app.keyhold.vault;

import app.keyhold.crypto.Randomness;
import app.keyhold.store.RegionIdentity;
import app.keyhold.store.SettingNames;
import app.keyhold.store.StoreOptions;
import app.keyhold.vault.backup.BackupFile;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.SealedHeader;
import app.keyhold.vault.operation.Users;
import app.keyhold.vault.slot.SlotDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Makes a vault of its own out of a backup: unpacked beside its place, held against its manifest, given a new incarnation,
/// and only then moved where it was wanted.
final class Restoring {
    private static final String FAILURE = "The backup could not be restored";

    private final Path backup;
    private final Unlocking how;
    private final InstantSource clock;

    Restoring(Path backup, Unlocking how, InstantSource clock) {
        this.backup = backup;
        this.how = how;
        this.clock = clock;
    }

    /// @param wanted must not exist
    void into(Path wanted) {
        var place = wanted.toAbsolutePath().normalize();
        if (Files.exists(place)) {
            throw new VaultException(
                    VaultException.Kind.EXISTS,
                    place + " is already there and was left alone.",
                    "A restore never overwrites: name a folder that does not exist.");
        }
        if (!Files.isRegularFile(backup)) {
            throw DiskFailure.of(FAILURE, new NoSuchFileException(backup.toString()));
        }
        NewFolder.make(
                place, "restoring", FAILURE, layout -> fill(layout, BackupFile.unpack(backup, layout.regions()), place));
    }

    /// @param place where all of it will be
    private void fill(VaultLayout layout, BackupFile.Unpacked unpacked, Path place) throws IOException {
        var header = unpacked.header().header();
        var opened = new SlotDoor(header.vaultId(), header.slots()).open(how.user(), how.passphrase(), how.keyFile());
        try (var keys = new KeyTable(opened.root(), header.vaultId())) {
            var macKey = keys.key(KeyTable.Purpose.HEADER_MAC);
            unpacked.requireMacs(macKey);
            var home = unpacked.regions().contains(header.homeRegion())
                    ? header.homeRegion()
                    : unpacked.regions().getFirst();
            var fork = SealedHeader.seal(
                    header.forked(Randomness.uuid().toString(), home, places(unpacked.regions(), home, place)), macKey);
            for (var region : unpacked.regions()) {
                var own = region.equals(home) ? layout : moved(layout, region);
                fill(own, region, unpacked, fork, keys);
                own.header().create(fork);
            }
        }
    }

    private void fill(
            VaultLayout layout, String name, BackupFile.Unpacked unpacked, SealedHeader fork, KeyTable keys) {
        var header = unpacked.header().header();
        var identity = new RegionIdentity(header.vaultId(), header.account(), name);
        try (var region = new RegionFiles(layout, identity, StoreOptions.LOCAL).open(keys, new AuditKeys(keys))) {
            unpacked.requireContents(region);
            var person = Users.principal(header.account(), how.user());
            RegionFiles.told(() -> new VaultEvents(region, clock, person, how.front())
                    .record(
                            "RestoreVault",
                            Map.of(
                                    "incarnation", fork.header().incarnation(),
                                    "restoredFrom", header.incarnation(),
                                    "backupMade", unpacked.made().toString()),
                            work -> {
                                work.putSetting(SettingNames.INCARNATION, fork.header().incarnation());
                                Settling.settle(work, fork);
                            }));
        }
    }

    private static List<Header.Place> places(List<String> regions, String home, Path place) {
        return regions.size() == 1
                ? List.of()
                : regions.stream()
                        .map(region -> Header.Place.of(
                                region,
                                (region.equals(home) ? place : VaultLayout.restored(place, region)).toString()))
                        .toList();
    }

    /// Each Region has a folder of its own.
    private static VaultLayout moved(VaultLayout layout, String region) throws IOException {
        var own = VaultLayout.of(VaultLayout.restored(layout.folder(), region));
        own.create();
        Files.move(layout.database(region), own.database(region), StandardCopyOption.ATOMIC_MOVE);
        return own;
    }
}
