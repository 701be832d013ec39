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
import app.keyhold.audit.StateDigest;
import app.keyhold.kms.ChangeWatcher;
import app.keyhold.kms.RegionStore;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// One Region in memory: the same rules as [SqliteRegion], without a file and without a second process.
public final class MemoryRegion implements RegionStore {
    private final Chain chain;
    private final Function<View, CheckpointSigner> signer;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile MemoryView published;
    private volatile boolean closed;
    private volatile ChangeWatcher watcher = ChangeWatcher.NONE;

    public MemoryRegion(RegionIdentity identity, Function<View, CheckpointSigner> signer) {
        this.chain = new Chain(identity.vaultId(), identity.region());
        this.signer = signer;
        this.published = new MemoryView(identity, new MemoryRows(), new MemoryTrail(), 0);
    }

    @Override
    public void watch(ChangeWatcher whoever) {
        watcher = whoever;
    }

    @Override
    public View view() {
        requireOpen();
        return published;
    }

    @Override
    public View published() {
        return view();
    }

    @Override
    public long foreignEpoch() {
        return Long.MIN_VALUE;
    }

    @Override
    public Transaction begin() {
        return start();
    }

    /// Nothing here fails.
    @Override
    public void reopen() {
        requireOpen();
    }

    public Checkpoint checkpoint(Instant now) {
        try (Turn transaction = start()) {
            Checkpoint checkpoint = transaction.checkpoint(now);
            transaction.commit();
            return checkpoint;
        }
    }

    /// Nothing is kept but the newest state.
    @Override
    public void scrub() {}

    @Override
    public void close() {
        closed = true;
    }

    private Turn start() {
        turn.acquireUninterruptibly();
        try {
            requireOpen();
            return new Turn(published);
        } catch (RuntimeException failure) {
            turn.release();
            throw failure;
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException(StoreException.Kind.CLOSED, "The vault is locked");
        }
    }

    /// The writer's turn, on a copy that replaces the published state when it commits.
    private final class Turn extends MemoryView implements Transaction {
        private final Set<Change> unrecorded = new HashSet<>();
        private final ChangeWatcher watching = watcher;
        private boolean over;
        private boolean outboxFilled;

        Turn(MemoryView start) {
            super(start.identity, start.rows, start.trail.copy(), start.epoch);
        }

        @Override
        public AuditHead head() {
            return trail.head();
        }

        @Override
        public long epoch() {
            return unrecorded.isEmpty() ? epoch : head().number() + 1;
        }

        @Override
        public AuditTrail audit() {
            return trail;
        }

        @Override
        public <T> Written<T> write(Instant now, Function<UnitOfWork, T> call) {
            requireRunning();
            var unit = new MemoryUnit(identity, rows.copy(), trail, now, head().number() + 1);
            T answer = call.apply(unit);
            watching.written(unit, unit.changes());
            rows = unit.rows;
            unrecorded.addAll(unit.changes());
            outboxFilled |= unit.changes().stream().anyMatch(RowDigest::fillsOutbox);
            return new Written<>(answer, unit.changes());
        }

        @Override
        public AuditRow append(AuditEvent event) {
            requireRunning();
            if (!unrecorded.equals(new HashSet<>(event.changes()))) {
                throw new IllegalStateException("The event must list what was written, and nothing else");
            }
            return add(chain.link(head(), event));
        }

        @Override
        public AuditRow append(DraftEvent event, Instant now) {
            requireRunning();
            requireRecorded();
            return add(chain.link(head(), event, now, List.of()));
        }

        private AuditRow add(AuditRow row) {
            trail.add(row);
            if (!unrecorded.isEmpty()) {
                epoch = row.number();
                unrecorded.clear();
            }
            if (row.number() % SqliteTransaction.ROWS_PER_CHECKPOINT == 0) {
                checkpoint(row.event().time());
            }
            return row;
        }

        Checkpoint checkpoint(Instant now) {
            requireRecorded();
            var state = new StateDigest();
            rows.digests().forEach(state::apply);
            Checkpoint checkpoint = CheckpointCodec.sign(
                    signer.apply(this),
                    chain,
                    setting(SettingNames.INCARNATION).orElse(""),
                    head(),
                    state.digest(),
                    now,
                    trail.checkpoints().isEmpty()
                            ? Optional.empty()
                            : Optional.of(trail.checkpoints().getLast()));
            trail.add(checkpoint);
            return checkpoint;
        }

        @Override
        public void commit() {
            requireRunning();
            requireRecorded();
            published = new MemoryView(identity, rows, trail, epoch);
            end();
            if (outboxFilled) {
                watching.outboxFilled();
            }
        }

        @Override
        public void close() {
            if (!over) {
                end();
            }
        }

        private void end() {
            over = true;
            turn.release();
        }

        private void requireRunning() {
            if (over) {
                throw new IllegalStateException("This transaction is over");
            }
        }

        private void requireRecorded() {
            if (!unrecorded.isEmpty()) {
                throw new IllegalStateException("Something was written that no event lists");
            }
        }
    }
}
