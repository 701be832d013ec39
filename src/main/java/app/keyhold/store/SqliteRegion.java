package app.keyhold.store;

import app.keyhold.audit.AuditHead;
import app.keyhold.audit.Chain;
import app.keyhold.audit.Checkpoint;
import app.keyhold.audit.CheckpointSigner;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.ChangeWatcher;
import app.keyhold.kms.RegionStore;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.StoreException.Kind;
import app.keyhold.kms.View;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// One Region in one encrypted file, shared by any number of threads and by other processes.
///
/// After a commit whose outcome is unknown all connections are closed and made anew at the next use: whoever was left
/// without an answer finds out in [#view] whether the row is there. A file that then lacks what was known to be durable
/// is not used.
public final class SqliteRegion implements RegionStore {
    private final RegionConnection connection;
    private final RegionIdentity identity;
    private final Chain chain;
    private final Continuity continuity;
    private final Function<View, CheckpointSigner> signer;
    private final ReserveFile reserve;
    private final AuditTable audit = new AuditTable();
    private volatile CachedView published;
    private volatile long foreign = Long.MIN_VALUE;
    /// What this process wrote last, for the next transaction; read and changed in turn.
    private volatile Reached reached = new Reached(AuditHead.EMPTY, 0);

    private volatile ChangeWatcher watcher = ChangeWatcher.NONE;

    private SqliteRegion(
            RegionConnection connection,
            RegionIdentity identity,
            Chain chain,
            Continuity continuity,
            Function<View, CheckpointSigner> signer) {
        this.connection = connection;
        this.identity = identity;
        this.chain = chain;
        this.continuity = continuity;
        this.signer = signer;
        this.reserve = new ReserveFile(connection.database().file());
        this.published = new CachedView(identity, connection.open().readers(), -1);
        reserve.restore();
    }

    /// @param file must not exist
    /// @param databaseKey 32 bytes; copied, the copy is wiped by [#close]
    /// @param signer asked for the audit key at every checkpoint, with the state at that moment
    public static SqliteRegion create(
            Path file,
            SecretBytes databaseKey,
            RegionIdentity identity,
            Function<View, CheckpointSigner> signer,
            StoreOptions options) {
        EncryptedDatabase.createFile(file);
        return open(file, databaseKey, identity, signer, options, (_, _, _) -> {});
    }

    /// @throws NewerFormatException if a newer Keyhold wrote it
    /// @throws StoreException DAMAGED (also for a wrong key or another vault's file), BUSY, READ_ONLY
    public static SqliteRegion open(
            Path file,
            SecretBytes databaseKey,
            RegionIdentity identity,
            Function<View, CheckpointSigner> signer,
            StoreOptions options,
            MigrationBackup backup) {
        var database = new EncryptedDatabase(file, databaseKey, options);
        var chain = new Chain(identity.vaultId(), identity.region());
        var continuity = new Continuity(identity, chain);
        RegionConnection connection;
        try {
            connection = new RegionConnection(database, continuity);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
        try {
            connection.exclusively(open -> {
                Sql sql = open.writer();
                new Migrations(Migrations.SCRIPTS).apply(sql, backup, copy -> database.vacuumInto(sql, copy));
                new RegionTable().claim(sql, identity);
                continuity.reached(new AuditTable().head(sql));
                return true;
            });
            return new SqliteRegion(connection, identity, chain, continuity, signer);
        } catch (RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public void watch(ChangeWatcher whoever) {
        watcher = whoever;
    }

    /// @param epoch of the state at `head`
    record Reached(AuditHead head, long epoch) {}

    RegionConnection connection() {
        return connection;
    }

    public RegionIdentity identity() {
        return identity;
    }

    @Override
    public View view() {
        Connections open = connection.open();
        long epoch = open.readers().readOnce(audit::newestChange);
        return open.readsOwnTransaction()
                ? new CachedView(identity, open.readers(), epoch)
                : publish(open, epoch, true);
    }

    @Override
    public View published() {
        CachedView newest = published;
        return newest.source == connection.open().readers() ? newest : view();
    }

    @Override
    public long foreignEpoch() {
        return foreign;
    }

    /// An epoch that is older than the published one was read before that was committed.
    ///
    /// @param noticed whether it was found, and so is another process' if it is new, instead of made here
    private synchronized CachedView publish(Connections open, long epoch, boolean noticed) {
        CachedView newest = published;
        if (newest.source == open.readers() && newest.epoch() >= epoch) {
            return newest;
        }
        if (noticed) {
            foreign = epoch;
        }
        published = new CachedView(identity, open.readers(), epoch);
        return published;
    }

    /// @throws StoreException also NO_SPACE while there is no room for the reserve that ran out
    @Override
    public Transaction begin() {
        requireReserve();
        return start();
    }

    /// Begins although space ran out, on what the reserve gave back: for locking and cancelling.
    public Transaction beginFromReserve() {
        return start();
    }

    @Override
    public void reopen() {
        connection.open();
    }

    /// Signs and stores the head of the chain; also when space ran out.
    public Checkpoint checkpoint(Instant now) {
        try (SqliteTransaction transaction = start()) {
            Checkpoint checkpoint = transaction.checkpoint(now);
            transaction.commit();
            return checkpoint;
        }
    }

    /// Looks at everything: pages, chain, each stored row against the event that last wrote it. Findings are values.
    ///
    /// @param outside a checkpoint kept elsewhere, which the chain must contain
    /// @param progress told the number of rows done, every ten thousand; may throw to cancel
    /// @throws StoreException DAMAGED if a page cannot be read at all
    public CheckReport check(Optional<Checkpoint> outside, LongConsumer progress) {
        return new RegionCheck(identity).run(connection.open().readers(), chain, outside, progress);
    }

    /// An encrypted copy under the same key in a new file, which must not exist.
    public void vacuumInto(Path target) {
        connection.exclusively(open -> {
            connection.database().vacuumInto(open.writer(), target);
            return true;
        });
    }

    /// Empties the write-ahead log, so that what was deleted is in no file of this Region; waits for readers.
    ///
    /// @throws StoreException BUSY if readers do not end for half a minute
    @Override
    public void scrub() {
        connection.exclusively(open -> Turns.retry(() -> {
            if (!connection.database().truncateLog(open.writer())) {
                throw new StoreException(Kind.BUSY, "Another process is reading the vault");
            }
            return true;
        }));
    }

    /// Encrypts the whole file under another key, in one transaction. No other process may have the vault open.
    public void rekey(SecretBytes newKey) {
        connection.rekey(newKey);
    }

    /// Waits for the writer and for running reads. Closing twice is fine.
    @Override
    public void close() {
        connection.close();
    }

    private SqliteTransaction start() {
        Connections open = connection.acquire();
        boolean begun = false;
        try {
            Sql sql = open.writer();
            Turns.retry(() -> sql.update("BEGIN IMMEDIATE"));
            begun = true;
            var transaction =
                    new SqliteTransaction(identity, sql, chain, reached, signer, watcher, ended -> ended(open, ended));
            publish(open, transaction.epoch(), true);
            return transaction;
        } catch (RuntimeException | Error failure) {
            connection.release(open, !begun && SqlFailure.isBusy(failure));
            throw failure;
        }
    }

    private void ended(Connections used, SqliteTransaction transaction) {
        if (transaction.state() == SqliteTransaction.State.COMMITTED) {
            reached = new Reached(transaction.head(), transaction.epoch());
            continuity.reached(transaction.head());
            publish(used, transaction.epoch(), false);
        }
        if (transaction.ranOutOfSpace()) {
            reserve.release();
        }
        connection.release(used, transaction.state() != SqliteTransaction.State.UNKNOWN);
    }

    private void requireReserve() {
        if (!reserve.restore()) {
            throw new StoreException(
                    Kind.NO_SPACE, "The disk is full. Nothing was changed; free some space and try again");
        }
    }
}
