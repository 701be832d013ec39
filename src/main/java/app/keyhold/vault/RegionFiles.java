package app.keyhold.vault;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.StoreException;
import app.keyhold.store.FirstPage;
import app.keyhold.store.MigrationBackup;
import app.keyhold.store.NewerFormatException;
import app.keyhold.store.RegionIdentity;
import app.keyhold.store.SqliteRegion;
import app.keyhold.store.StoreOptions;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;

/// Opens a Region's database, with its failures as the vault's outcomes.
final class RegionFiles {
    private final VaultLayout layout;
    private final RegionIdentity identity;
    private final StoreOptions options;

    RegionFiles(VaultLayout layout, RegionIdentity identity, StoreOptions options) {
        this.layout = layout;
        this.identity = identity;
        this.options = options;
    }

    SqliteRegion create(KeyTable keys) {
        return told(() -> SqliteRegion.create(
                layout.database(identity.region()),
                databaseKey(keys),
                identity,
                new AuditKeys(keys),
                options));
    }

    /// Which of several roots the database is under, while it moves from one to the other. A rollback journal is what a
    /// kill in the middle of the move leaves, and belongs to the older one.
    ///
    /// @param roots the oldest first
    KeyTable holding(List<KeyTable> roots) {
        var file = layout.database(identity.region());
        return told(() -> FirstPage.hasRollbackJournal(file)
                ? roots.getFirst()
                : roots.reversed().stream()
                        .filter(keys -> Files.exists(file) && FirstPage.isUnder(file, databaseKey(keys)))
                        .findFirst()
                        .orElse(roots.getFirst()));
    }

    SqliteRegion open(KeyTable keys, AuditKeys auditKeys) {
        requireKey(keys);
        MigrationBackup keepOld = (copy, from, to) -> copy.to(
                layout.backups().resolve("%s-before-format-%d-from-%d.db".formatted(identity.region(), to, from)));
        return told(() -> SqliteRegion.open(
                layout.database(identity.region()),
                databaseKey(keys),
                identity,
                auditKeys,
                options,
                keepOld));
    }

    /// Before SQLite sees the file: handed a wrong key, it would ruin a database that has a log beside it.
    private void requireKey(KeyTable keys) {
        var file = layout.database(identity.region());
        boolean fits = told(() -> !Files.exists(file)
                || FirstPage.hasRollbackJournal(file)
                || FirstPage.isUnder(file, databaseKey(keys)));
        if (!fits) {
            throw outcome(new StoreException(
                    StoreException.Kind.DAMAGED,
                    "The database of " + identity.region() + " is damaged, or not encrypted under this vault's key. "
                            + "Nothing was changed."));
        }
    }

    private SecretBytes databaseKey(KeyTable keys) {
        return keys.key(KeyTable.RegionPurpose.DATABASE, identity.region());
    }

    /// @throws VaultException what became of it
    static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (NewerFormatException newer) {
            throw new VaultException(
                    VaultException.Kind.NEEDS_NEWER_KEYHOLD,
                    "The databases were written by a newer Keyhold (format " + newer.found() + "). Nothing was changed.",
                    "Open this vault with the newest Keyhold.",
                    newer);
        } catch (StoreException failed) {
            throw outcome(failed);
        } catch (UncheckedIOException failed) {
            throw DiskFailure.of("The databases could not be used", failed);
        }
    }

    static VaultException outcome(StoreException failed) {
        var message = String.valueOf(failed.getMessage());
        return switch (failed.kind()) {
            case BUSY, CLOSED ->
                new VaultException(
                        VaultException.Kind.IN_USE,
                        message,
                        "Close the other program that has this vault open, then try again.",
                        failed);
            case NO_SPACE, READ_ONLY ->
                new VaultException(VaultException.Kind.NO_SPACE, message, "Make room there and try again.", failed);
            case DAMAGED ->
                new VaultException(
                        VaultException.Kind.DAMAGED,
                        message,
                        "Leave the folder as it is and restore the newest verified backup into a new one.",
                        failed);
            case OUTCOME_UNKNOWN ->
                new VaultException(
                        VaultException.Kind.DAMAGED, message, "Unlock the vault again and look at the timeline.", failed);
        };
    }
}
