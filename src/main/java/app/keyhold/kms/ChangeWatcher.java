package app.keyhold.kms;

import app.keyhold.audit.AuditEvent.Change;
import java.util.List;

/// Sees what is written to a Region, whichever operation writes it.
public interface ChangeWatcher {
    ChangeWatcher NONE = new ChangeWatcher() {
        @Override
        public void written(UnitOfWork work, List<Change> changes) {}

        @Override
        public void outboxFilled() {}
    };

    /// After a call's own writes and before they are recorded: what is written here belongs to the call, and an exception
    /// refuses it.
    void written(UnitOfWork work, List<Change> changes);

    /// After something for another Region became durable. On the writer's thread: not the place to call the door.
    void outboxFilled();
}
