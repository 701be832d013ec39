package app.keyhold.store;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.AuditHead;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.AuditTrail;
import app.keyhold.audit.Chain;
import app.keyhold.audit.Checkpoint;
import app.keyhold.audit.CheckpointCodec;
import app.keyhold.audit.CheckpointSigner;
import app.keyhold.audit.DraftEvent;
import app.keyhold.audit.EventColumns;
import app.keyhold.kms.ChangeWatcher;
import app.keyhold.kms.RegionStore;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.StoreException.Kind;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// The writer's turn. What [#write] changed must stand in the next appended event, or the transaction refuses to go on:
/// no change without its row.
final class SqliteTransaction extends TableView implements RegionStore.Transaction {
    static final int ROWS_PER_CHECKPOINT = 1_000;

    private final Sql sql;
    private final Chain chain;
    private final Function<View, CheckpointSigner> signer;
    private final ChangeWatcher watcher;
    private final Consumer<SqliteTransaction> ended;
    private final AuditTable audit = new AuditTable();
    private final CheckpointTable checkpoints = new CheckpointTable();
    private final AuditKinds kinds = new AuditKinds();
    private final RollUp rollUp = new RollUp();
    private final Set<Change> unrecorded = new HashSet<>();
    private AuditHead head;
    private long epoch;
    private State state = State.OPEN;
    private boolean ranOutOfSpace;
    private boolean outboxFilled;

    enum State {
        OPEN,
        /// A statement failed in a way that may have rolled everything back.
        BROKEN,
        COMMITTED,
        ROLLED_BACK,
        /// The commit itself failed, or the roll-back.
        UNKNOWN
    }

    /// @param sql already inside BEGIN IMMEDIATE
    /// @param before what this process reached last: if the head is still that, nobody else has written
    /// @param ended told once, when the turn is over
    SqliteTransaction(
            RegionIdentity region,
            Sql sql,
            Chain chain,
            SqliteRegion.Reached before,
            Function<View, CheckpointSigner> signer,
            ChangeWatcher watcher,
            Consumer<SqliteTransaction> ended) {
        super(region, new TransactionSource(sql));
        this.sql = sql;
        this.chain = chain;
        this.signer = signer;
        this.watcher = watcher;
        this.ended = ended;
        this.head = audit.head(sql);
        this.epoch = head.equals(before.head()) ? before.epoch() : audit.newestChange(sql);
    }

    State state() {
        return state;
    }

    boolean ranOutOfSpace() {
        return ranOutOfSpace;
    }

    @Override
    public AuditHead head() {
        return head;
    }

    @Override
    public long epoch() {
        return unrecorded.isEmpty() ? epoch : head.number() + 1;
    }

    @Override
    public AuditTrail audit() {
        guarded(() -> rollUp.write(sql));
        return super.audit();
    }

    @Override
    public <T> RegionStore.Written<T> write(Instant now, Function<UnitOfWork, T> call) {
        requireOpen();
        var unit = new SqliteUnit(region, source, sql, now, head.number() + 1);
        guarded(() -> sql.update("SAVEPOINT call"));
        T answer;
        try {
            answer = call.apply(unit);
            watcher.written(unit, unit.changes());
        } catch (RuntimeException | Error refusal) {
            undo(refusal);
            throw refusal;
        }
        guarded(() -> sql.update("RELEASE call"));
        List<Change> changes = unit.changes();
        unrecorded.addAll(changes);
        outboxFilled |= changes.stream().anyMatch(RowDigest::fillsOutbox);
        return new RegionStore.Written<>(answer, changes);
    }

    @Override
    public AuditRow append(AuditEvent event) {
        requireOpen();
        if (!unrecorded.equals(new HashSet<>(event.changes()))) {
            throw new IllegalStateException("The event must list what was written, and nothing else");
        }
        return add(chain.link(head, event));
    }

    @Override
    public AuditRow append(DraftEvent event, Instant now) {
        requireOpen();
        requireRecorded();
        return add(chain.link(head, event, now, List.of()));
    }

    private AuditRow add(AuditRow row) {
        EventColumns columns = EventColumns.of(row.event());
        guarded(() -> {
            long kind = kinds.id(sql, columns);
            audit.add(sql, row, columns, kind);
            rollUp.add(row.number(), kind, columns);
        });
        head = new AuditHead(row.number(), row.hash());
        if (!unrecorded.isEmpty()) {
            epoch = row.number();
            unrecorded.clear();
        }
        if (row.number() % ROWS_PER_CHECKPOINT == 0) {
            checkpoint(row.event().time());
        }
        return row;
    }

    Checkpoint checkpoint(Instant now) {
        requireRecorded();
        Checkpoint checkpoint = CheckpointCodec.sign(
                signer.apply(this),
                chain,
                setting(SettingNames.INCARNATION).orElse(""),
                head,
                new DigestTable().stateDigest(sql),
                now,
                checkpoints.newest(sql));
        guarded(() -> checkpoints.add(sql, checkpoint));
        return checkpoint;
    }

    @Override
    public void commit() {
        requireOpen();
        requireRecorded();
        guarded(() -> rollUp.write(sql));
        try {
            sql.update("COMMIT");
            state = State.COMMITTED;
        } catch (StoreException failure) {
            breakDown(failure);
            state = State.UNKNOWN;
            throw new StoreException(
                    Kind.OUTCOME_UNKNOWN,
                    "A commit failed, and what it held may or may not be there: " + failure.getMessage(),
                    failure);
        } finally {
            ended.accept(this);
        }
        if (outboxFilled) {
            watcher.outboxFilled();
        }
    }

    @Override
    public void close() {
        if (state != State.OPEN && state != State.BROKEN) {
            return;
        }
        try {
            sql.execute("ROLLBACK");
            state = State.ROLLED_BACK;
        } catch (StoreException alreadyRolledBack) {
            state = State.UNKNOWN;
        } finally {
            ended.accept(this);
        }
    }

    /// A full disk may have rolled back everything already, and then there is no savepoint to go back to.
    private void undo(Throwable refusal) {
        ranOutOfSpace |= refusal instanceof StoreException store && store.kind() == Kind.NO_SPACE;
        try {
            sql.update("ROLLBACK TO call");
            sql.update("RELEASE call");
        } catch (StoreException noSavepoint) {
            state = State.BROKEN;
            refusal.addSuppressed(noSavepoint);
        }
    }

    private void requireOpen() {
        if (state != State.OPEN) {
            throw new IllegalStateException("This transaction is over: " + state);
        }
    }

    private void requireRecorded() {
        if (!unrecorded.isEmpty()) {
            throw new IllegalStateException("Something was written that no event lists");
        }
    }

    private void guarded(Runnable statement) {
        try {
            statement.run();
        } catch (StoreException failure) {
            breakDown(failure);
            throw failure;
        }
    }

    private void breakDown(StoreException failure) {
        state = State.BROKEN;
        ranOutOfSpace |= failure.kind() == Kind.NO_SPACE;
    }
}
