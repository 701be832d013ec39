package app.keyhold.vault;

import app.keyhold.store.HeaderMemory;
import app.keyhold.store.RegionIdentity;
import app.keyhold.store.SqliteRegion;
import app.keyhold.store.StoreOptions;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.SealedHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens the database of one Region and compares what it and this computer remember, before anything is written.
final class RegionOpening {
    private final Path stateFolder;
    private final boolean allowSyncFolder;
    private final boolean acceptOlderHeader;

    RegionOpening(Path stateFolder, Unlocking how) {
        this.stateFolder = stateFolder;
        this.allowSyncFolder = how.allowSyncFolder();
        this.acceptOlderHeader = how.acceptOlderHeader();
    }

    /// Looks at the folder from outside.
    ///
    /// @throws VaultException REFUSED_FOR_SAFETY
    StoreOptions inspect(VaultLayout layout) {
        var dangers = FolderSafety.inspect(layout.folder()).stream()
                .filter(concern -> concern.kind().needsPermission())
                .toList();
        if (!dangers.isEmpty() && !allowSyncFolder) {
            throw FolderSafety.refused(dangers.getFirst());
        }
        try {
            OwnerOnly.require(layout.folder());
        } catch (IOException failed) {
            throw DiskFailure.of("The vault's folder could not be looked at", failed);
        }
        return dangers.isEmpty() ? StoreOptions.LOCAL : StoreOptions.SYNCHRONISED;
    }

    /// @param header as this folder has it
    /// @param roots what the database may be under, the oldest first
    /// @throws VaultException IN_USE, DAMAGED, REFUSED_FOR_SAFETY
    StoredRegion open(VaultLayout layout, SealedHeader header, String region, List<KeyTable> roots) {
        var options = inspect(layout);
        var use = Optional.of(VaultLock.ofUse(layout.folder()))
                .filter(lock -> options == StoreOptions.SYNCHRONISED)
                .map(VaultLock::acquire);
        try {
            return open(layout, header, region, roots, options, use);
        } catch (RuntimeException refused) {
            use.ifPresent(VaultLock.Held::close);
            throw refused;
        }
    }

    private StoredRegion open(
            VaultLayout layout,
            SealedHeader sealed,
            String region,
            List<KeyTable> roots,
            StoreOptions options,
            Optional<VaultLock.Held> use) {
        Header header = sealed.header();
        var identity = new RegionIdentity(header.vaultId(), header.account(), region);
        var files = new RegionFiles(layout, identity, options);
        var oldest = roots.getFirst();
        var auditKeys = new AuditKeys(oldest);
        var store = files.open(roots.size() == 1 ? oldest : files.holding(roots), auditKeys);
        try {
            var anchor = new RollbackAnchor(stateFolder, header, region);
            if (!acceptOlderHeader) {
                requireRemembered(sealed, store);
                anchor.requireNotOlder(header, store.view());
            }
            return new StoredRegion(region, layout, store, auditKeys, oldest, anchor, use, sealed);
        } catch (RuntimeException refused) {
            store.close();
            throw refused;
        }
    }

    private static void requireRemembered(SealedHeader header, SqliteRegion store) {
        var memory = HeaderMemory.of(store.view());
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
}
