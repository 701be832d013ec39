package app.keyhold.vault;

import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.store.HeaderMemory;
import app.keyhold.store.RegionIdentity;
import app.keyhold.store.SqliteRegion;
import app.keyhold.store.StoreOptions;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.SealedHeader;
import app.keyhold.vault.operation.Users;
import app.keyhold.vault.slot.SlotDoor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// From a folder and a passphrase to an open vault. Looks at the folder, reads the header (damage and newer formats end
/// here, before any key), opens the slot (a wrong passphrase ends here), checks the header's MAC, opens the database,
/// and compares what it and this computer remember before anything is written.
final class Opening {
    private final VaultLayout layout;
    private final Path stateFolder;
    private final InstantSource clock;
    private final Attendant attendant;

    Opening(VaultLayout layout, Path stateFolder, InstantSource clock, Attendant attendant) {
        this.layout = layout;
        this.stateFolder = stateFolder;
        this.clock = clock;
        this.attendant = attendant;
    }

    UnlockedVault unlock(Unlocking how) {
        var header = layout.header().read();
        var options = inspect(how.allowSyncFolder());
        requireOwn();
        var failed = new FailedUnlocks(stateFolder, header.header().vaultId());
        var roots = openSlot(header.header(), how, failed);
        try {
            requireNotCancelled(how);
            header.requireMac(roots.current().key(KeyTable.Purpose.HEADER_MAC));
            return open(header, options, how, roots, failed);
        } catch (RuntimeException refused) {
            roots.close();
            throw refused;
        }
    }

    /// The vault's keys, and while a rekey is under way those it moves to.
    private record Roots(KeyTable current, Optional<KeyTable> next, String slotId) {
        void close() {
            current.close();
            next.ifPresent(KeyTable::close);
        }
    }

    private UnlockedVault open(
            SealedHeader header, StoreOptions options, Unlocking how, Roots roots, FailedUnlocks failed) {
        var found = header.header();
        var auditKeys = new AuditKeys(roots.current());
        var identity = new RegionIdentity(found.vaultId(), found.account(), found.homeRegion());
        var files = new RegionFiles(layout, identity, options);
        var region = openRegion(files, roots, auditKeys);
        var opened = false;
        try {
            var anchor = new RollbackAnchor(stateFolder, found);
            if (!how.acceptOlderHeader()) {
                requireRemembered(header, region);
                anchor.requireNotOlder(found, region.view());
            }
            requireNotCancelled(how);
            var present = header;
            var keys = roots.current();
            if (roots.next().isPresent()) {
                var move = new RekeyMove(
                        layout,
                        clock,
                        roots.current(),
                        roots.next().get(),
                        auditKeys,
                        Users.principal(found.account(), how.user()),
                        how.front());
                present = RegionFiles.told(() -> move.finish(region, header));
                keys = roots.next().get();
                roots.current().close();
            }
            layout.header().tidy(present);
            var parts = new OpenParts(
                    layout, how.user(), how.front(), keys, auditKeys, region, anchor, attendant, clock, failed.count());
            var vault = Assembly.assemble(parts, present, roots.slotId(), how.acceptOlderHeader());
            opened = true;
            failed.clear();
            return vault;
        } finally {
            if (!opened) {
                region.close();
            }
        }
    }

    private static SqliteRegion openRegion(RegionFiles files, Roots roots, AuditKeys auditKeys) {
        var keys = roots.next().map(next -> files.holding(roots.current(), next)).orElse(roots.current());
        return files.open(keys, auditKeys);
    }

    private Roots openSlot(Header header, Unlocking how, FailedUnlocks failed) {
        try {
            return header.move().isPresent() ? openMoving(header, header.move().get(), how) : openSettled(header, how);
        } catch (VaultException refused) {
            if (refused.kind() == VaultException.Kind.WRONG_PASSPHRASE) {
                failed.add();
            }
            throw refused;
        }
    }

    private static Roots openSettled(Header header, Unlocking how) {
        var opened = new SlotDoor(header.vaultId(), header.slots()).open(how.user(), how.passphrase(), how.keyFile());
        return new Roots(
                new KeyTable(opened.root(), header.vaultId()),
                Optional.empty(),
                opened.slot().id());
    }

    private static Roots openMoving(Header header, Header.Move move, Unlocking how) {
        if (move.slots().stream().noneMatch(slot -> slot.isFor(how.user()))) {
            throw new VaultException(
                    VaultException.Kind.REFUSED_FOR_SAFETY,
                    "A rekey of this vault has begun and is not finished; " + how.user() + " has no part in it.",
                    "Let " + move.slots().getFirst().user() + " unlock the vault once, then be added again.");
        }
        var opened = new SlotDoor(header.vaultId(), move.slots()).open(how.user(), how.passphrase(), how.keyFile());
        var next = new KeyTable(opened.root(), header.vaultId());
        return new Roots(
                new KeyTable(oldRoot(next, move), header.vaultId()),
                Optional.of(next),
                opened.slot().id());
    }

    private static SecretBytes oldRoot(KeyTable next, Header.Move move) {
        try {
            return KeyWrap.unwrap(next.key(KeyTable.Purpose.OLD_ROOT), move.oldRoot(), OldRoot.identity(next.vaultId()));
        } catch (AEADBadTagException damaged) {
            next.close();
            throw new VaultException(
                    VaultException.Kind.DAMAGED,
                    "The header's way back to the old root key is damaged; the databases are untouched.",
                    "Restore the newest verified backup into a new folder.",
                    damaged);
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
