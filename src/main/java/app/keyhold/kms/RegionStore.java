package app.keyhold.kms;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditHead;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.DraftEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Where one Region lives. Any number of threads read [#view]; one writer at a time holds a [Transaction].
public interface RegionStore extends AutoCloseable {
    /// The newest published state. Looks for another process' commits first.
    View view();

    /// The newest state this process knows of, which costs nothing to ask for; another process may have changed it since.
    /// What was decided on it counts only while [#foreignEpoch] is no newer.
    View published();

    /// The epoch of the newest change of another process that was noticed, at the latest by the transaction that follows
    /// it; below every epoch if there was none.
    long foreignEpoch();

    /// Waits its turn against other processes, then begins; state another process changed is seen by then.
    ///
    /// @throws StoreException if the turn does not come, the disk is full or the file is damaged
    Transaction begin();

    /// From the next transaction on; one at a time.
    void watch(ChangeWatcher watcher);

    /// Opens anew what a failed commit closed; nothing to do if that was done already. What is opened must still hold
    /// everything that was durable before. Other methods do the same when they find it closed.
    ///
    /// @throws StoreException if it cannot be opened, or is not what it was
    void reopen();

    /// Leaves no copy of removed rows behind in the store's own logs; may take turns with readers.
    ///
    /// @throws StoreException if it has to be tried again later
    void scrub();

    @Override
    void close();

    interface Transaction extends View, AutoCloseable {
        AuditHead head();

        /// Runs `call` against a unit of work whose writes it owns alone: if it throws, they are undone and the
        /// exception passes on, and the transaction goes on as if nothing had happened.
        ///
        /// @return what was written, as digests, and what `call` answered
        <T> Written<T> write(Instant now, Function<UnitOfWork, T> call);

        AuditRow append(AuditEvent event);

        /// The same for an event that goes with no change and was encoded beforehand.
        AuditRow append(DraftEvent event, Instant now);

        /// Makes everything durable and publishes it. If it throws, the outcome is unknown; never retried.
        void commit();

        /// Rolls back unless committed.
        @Override
        void close();
    }

    record Written<T>(T answer, List<AuditEvent.Change> changes) {}
}
