package app.keyhold.vault;

import app.keyhold.kms.KmsException;
import app.keyhold.kms.Operation;
import app.keyhold.kms.operation.Operations;
import app.keyhold.kms.operation.PrincipalOperations;
import app.keyhold.kms.operation.RegionOperations;
import app.keyhold.kms.operation.file.FileOperations;
import app.keyhold.kms.operation.keystore.TokenOperations;
import app.keyhold.kms.operation.schedule.ScheduleOperations;
import app.keyhold.kms.operation.screen.QueryCost;
import app.keyhold.kms.operation.screen.ScreenOperations;
import app.keyhold.store.SqliteRegion;
import app.keyhold.store.StoreOptions;
import app.keyhold.vault.header.HeaderFiles;
import app.keyhold.vault.header.SealedHeader;
import app.keyhold.vault.operation.KnownBackups;
import app.keyhold.vault.operation.SettleHeader;
import app.keyhold.vault.operation.Unlock;
import app.keyhold.vault.operation.Users;
import app.keyhold.vault.operation.VaultOperations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts an opened vault together: keys, operations, a door for each Region; settles what a crash left, has done what
/// waits in the outboxes, and records the unlock before anybody gets the vault.
final class Assembly {
    private final OpenParts parts;
    private final HeaderKeeper headers;
    private final Regions regions;
    private final Deliveries deliveries;
    private final Unlock.Request unlocking;
    private final HeaderTurn headerTurn = new HeaderTurn();

    private Assembly(OpenParts parts, SealedHeader header, String slotId, boolean olderAccepted) {
        this.parts = parts;
        this.headers = new HeaderKeeper(this::files, parts.keys(), header);
        this.regions = new Regions(headers, new RegionMaker(parts.clock()), parts.away());
        this.deliveries =
                new Deliveries(regions, headers, headerTurn, parts.clock(), parts.here().layout().reached());
        this.unlocking = new Unlock.Request(parts.user(), slotId, olderAccepted, parts.failedUnlocks());
    }

    static UnlockedVault assemble(OpenParts parts, SealedHeader header, String slotId, boolean olderAccepted) {
        return new Assembly(parts, header, slotId, olderAccepted).assemble();
    }

    private UnlockedVault assemble() {
        regions.add(open(parts.here()));
        parts.others().forEach(region -> regions.add(open(region)));
        var vault = new UnlockedVault(parts, regions, headers, deliveries);
        headerTurn.afterwards(() -> {
            regions.refresh(region -> {
                deliveries.deliver();
                welcome(vault, region);
            });
            deliveries.deliver();
        });
        regions.tells(vault::forget);
        try {
            settle();
            deliveries.deliver();
            recordUnlock(vault);
            regions.all().forEach(region -> welcome(vault, region));
            regions.opensBy((header, place) -> open(parts.attaching().attach(headers.sealed(), place)));
            return vault;
        } catch (RuntimeException refused) {
            deliveries.close();
            vault.closeDoors();
            throw refused;
        }
    }

    private Optional<HeaderFiles> files(String region) {
        return regions.get(region).map(open -> open.stored().layout().header());
    }

    private OpenRegion open(StoredRegion stored) {
        stored.store().watch(new HomeWrites(region -> regions.get(region).isPresent(), deliveries::wake));
        return new OpenRegion(
                stored,
                RegionKeys.of(parts.keys(), stored.name(), parts.backends()),
                headers,
                parts.clock(),
                headerTurn,
                keys -> operations(stored, keys));
    }

    private List<Operation<?, ?>> operations(StoredRegion stored, RegionKeys keys) {
        var folder = stored.layout();
        var backups = new KnownBackups(folder.backups());
        List<Operation<?, ?>> operations = new ArrayList<>(
                Operations.all(keys.materials(), keys.stores(), keys.imports(), keys.tokens(), regions, parts.clock()));
        operations.addAll(RegionOperations.all(regions, keys.materials()));
        operations.addAll(ScheduleOperations.all(keys.materials(), keys.stores(), backups::files));
        operations.addAll(PrincipalOperations.all(
                headers.current().account(), keys.sessions(), keys.accessKeys(), parts.clock()));
        operations.addAll(TokenOperations.all(parts.backends().tokens()));
        operations.add(new QueryCost(parts.prices(), parts.clock()));
        operations.addAll(ScreenOperations.all(headers.current().vaultId(), parts.clock()));
        operations.addAll(FileOperations.all());
        operations.addAll(VaultOperations.all(
                folder.folder(), backups, headers, regions, stored.store(), this::copy, parts.clock()));
        return operations;
    }

    /// A copy is nobody else's: no log, no other process.
    private SqliteRegion copy(SqliteRegion original, Path file) {
        var region = original.identity();
        return SqliteRegion.open(
                file,
                parts.keys().key(KeyTable.RegionPurpose.DATABASE, region.region()),
                region,
                new AuditKeys(parts.keys()),
                StoreOptions.SYNCHRONISED,
                (copy, from, to) -> {});
    }

    /// If another process is in the middle of a change, it will settle that itself.
    private void settle() {
        regions.get(headers.current().homeRegion()).ifPresent(home -> {
            if (SettleHeader.isDue(home.stored().store().view(), headers)) {
                VaultLock.ofHeader(home.stored().layout().folder()).tryAcquire().ifPresent(held -> {
                    try (held) {
                        home.service().call(new SettleHeader.Request());
                    }
                });
            }
        });
    }

    private void recordUnlock(UnlockedVault vault) {
        try {
            vault.client().call(unlocking);
        } catch (KmsException refused) {
            throw new VaultException(
                    VaultException.Kind.REFUSED_FOR_SAFETY,
                    "The passphrase opens a keyslot, but "
                            + Users.principal(headers.current().account(), parts.user()).arn()
                            + " is no enabled user of this vault that may unlock it.",
                    "Let an administrator look at keyhold user list.",
                    refused);
        }
    }

    /// Records the unlock in a Region beside the one whose folder was opened, and lets its schedule begin.
    private void welcome(UnlockedVault vault, OpenRegion region) {
        try {
            if (!region.name().equals(parts.here().name())) {
                vault.in(region.name()).client().call(unlocking);
            }
            parts.attendant().unlocked(vault.in(region.name()), vault.service(region));
        } catch (KmsException refused) {
            regions.letGo(
                    region,
                    new VaultException(
                            VaultException.Kind.REFUSED_FOR_SAFETY,
                            refused.serviceMessage().orElse(refused.fault().name()),
                            "Let an administrator look at keyhold user list in that Region.",
                            refused));
        }
    }
}
