package app.keyhold.vault;

import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.store.HeaderMemory;
import app.keyhold.store.RegionIdentity;
import app.keyhold.store.SqliteRegion;
import app.keyhold.store.StoreOptions;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.SealedHeader;
import app.keyhold.vault.operation.Users;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;

/// From a folder and a passphrase to an open vault. Looks at the folder, reads the header (damage and newer formats end
/// here, before any key), opens the slot (a wrong passphrase ends here), checks the header's MAC, opens the database,
/// and compares what it and this computer remember before anything is written.
final class Opening {
    private final VaultLayout layout;
    private final Path stateFolder;
    private final InstantSource clock;
    private final Attendant attendant;
    private final KeyStoreBackends backends;

    Opening(
            VaultLayout layout,
            Path stateFolder,
            InstantSource clock,
            Attendant attendant,
            KeyStoreBackends backends) {
        this.layout = layout;
        this.stateFolder = stateFolder;
        this.clock = clock;
        this.attendant = attendant;
        this.backends = backends;
    }

    UnlockedVault unlock(Unlocking how) {
        var header = layout.header().read();
        var options = inspect(how.allowSyncFolder());
        requireOwn();
        var undo = new ArrayDeque<Runnable>();
        try {
            return unlock(header, options, how, undo);
        } catch (RuntimeException refused) {
            undo.forEach(Runnable::run);
            throw refused;
        }
    }

    /// @param undo what has to be closed again if this ends in a refusal, the last first
    private UnlockedVault unlock(
            SealedHeader header, StoreOptions options, Unlocking how, ArrayDeque<Runnable> undo) {
        var found = header.header();
        var failed = new FailedUnlocks(stateFolder, found.vaultId());
        var roots = openSlot(found, how, failed);
        undo.push(roots::close);
        requireNotCancelled(how);
        header.requireMac(roots.current().key(KeyTable.Purpose.HEADER_MAC));
        var use = Optional.of(VaultLock.ofUse(layout.folder()))
                .filter(lock -> options == StoreOptions.SYNCHRONISED)
                .map(VaultLock::acquire);
        use.ifPresent(held -> undo.push(held::close));
        var auditKeys = new AuditKeys(roots.current());
        var identity = new RegionIdentity(found.vaultId(), found.account(), found.homeRegion());
        var region = openRegion(new RegionFiles(layout, identity, options), roots, auditKeys);
        undo.push(region::close);
        var anchor = new RollbackAnchor(stateFolder, found);
        if (!how.acceptOlderHeader()) {
            requireRemembered(header, region);
            anchor.requireNotOlder(found, region.view());
        }
        requireNotCancelled(how);
        var present = roots.next().map(next -> move(header, roots, auditKeys, how, region)).orElse(header);
        layout.header().tidy(present);
        var parts = new OpenParts(
                layout,
                how.user(),
                how.front(),
                roots.next().orElse(roots.current()),
                auditKeys,
                region,
                use,
                anchor,
                attendant,
                backends,
                clock,
                new PriceFile(stateFolder),
                failed.count());
        var vault = Assembly.assemble(parts, present, roots.slotId(), how.acceptOlderHeader());
        failed.clear();
        return vault;
    }

    private SealedHeader move(
            SealedHeader header, RootKeys roots, AuditKeys auditKeys, Unlocking how, SqliteRegion region) {
        var person = Users.principal(header.header().account(), how.user());
        var move = new RekeyMove(
                layout, clock, roots.current(), roots.next().orElseThrow(), auditKeys, person, how.front());
        var moved = RegionFiles.told(() -> move.finish(region, header));
        roots.current().close();
        return moved;
    }

    private static SqliteRegion openRegion(RegionFiles files, RootKeys roots, AuditKeys auditKeys) {
        var keys = roots.next().map(next -> files.holding(roots.current(), next)).orElse(roots.current());
        return files.open(keys, auditKeys);
    }

    private static RootKeys openSlot(Header header, Unlocking how, FailedUnlocks failed) {
        try {
            return RootKeys.open(header, how);
        } catch (VaultException refused) {
            if (refused.kind() == VaultException.Kind.WRONG_PASSPHRASE) {
                failed.add();
            }
            throw refused;
        }
    }

    private static void requireRemembered(SealedHeader header, SqliteRegion region) {
        var memory = HeaderMemory.of(region.view());
        if (!memory.accepts(HeaderKeeper.seen(header))) {
            throw new VaultException(
                    VaultException.Kind.REFUSED_FOR_SAFETY,
                    "vault.json has been rolled back: it is generation "
                            + header.header().generation() + ", the database knows "
                            + memory.current().map(seen -> "generation " + seen.generation()).orElse("another")
                            + ". Nothing was changed.",
                    "If you restored it yourself, unlock with --accept-older-header; otherwise find out who did.");
        }
    }

    private StoreOptions inspect(boolean allowed) {
        var dangers = FolderSafety.inspect(layout.folder()).stream()
                .filter(concern -> concern.kind().needsPermission())
                .toList();
        if (!dangers.isEmpty() && !allowed) {
            throw FolderSafety.refused(dangers.getFirst());
        }
        return dangers.isEmpty() ? StoreOptions.LOCAL : StoreOptions.SYNCHRONISED;
    }

    private void requireOwn() {
        try {
            OwnerOnly.require(layout.folder());
        } catch (IOException failed) {
            throw DiskFailure.of("The vault's folder could not be looked at", failed);
        }
    }

    private static void requireNotCancelled(Unlocking how) {
        if (how.cancelled().getAsBoolean()) {
            throw new VaultException(VaultException.Kind.CANCELLED, "Unlocking was cancelled.", "Unlock again.");
        }
    }

}
