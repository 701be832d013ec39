package app.keyhold.store;

import app.keyhold.audit.Checkpoint;
import app.keyhold.audit.CheckpointSigner;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.RegionStore;
import app.keyhold.kms.View;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;

/// One Region in one encrypted file.
public final class SqliteRegion implements RegionStore {
    private SqliteRegion() {}

    /// @param signer asked for the audit key at every checkpoint, with the state at that moment
    public static SqliteRegion create(
            Path file,
            SecretBytes databaseKey,
            RegionIdentity identity,
            Function<View, CheckpointSigner> signer,
            StoreOptions options) {
        throw new UnsupportedOperationException();
    }

    /// @throws NewerFormatException if a newer Keyhold wrote it
    /// @throws app.keyhold.kms.StoreException DAMAGED (also for a wrong key), BUSY, READ_ONLY
    public static SqliteRegion open(
            Path file,
            SecretBytes databaseKey,
            RegionIdentity identity,
            Function<View, CheckpointSigner> signer,
            StoreOptions options,
            MigrationBackup backup) {
        throw new UnsupportedOperationException();
    }

    public RegionIdentity identity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public View view() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Transaction begin() {
        throw new UnsupportedOperationException();
    }

    /// Begins although space ran out, on what the reserve file gave back: for locking and cancelling.
    public Transaction beginFromReserve() {
        throw new UnsupportedOperationException();
    }

    /// Signs and stores the head of the chain; also when space ran out.
    public Checkpoint checkpoint(Instant now) {
        throw new UnsupportedOperationException();
    }

    /// An encrypted copy under the same key in a new file, which must not exist.
    public void vacuumInto(Path target) {
        throw new UnsupportedOperationException();
    }

    /// Empties the write-ahead log, so that what was deleted is in no file; waits for readers.
    public void scrub() {
        throw new UnsupportedOperationException();
    }

    /// Encrypts the whole file under another key, in one transaction.
    public void rekey(SecretBytes newKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
