package app.keyhold.vault;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.ChangeWatcher;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.outbox.OutboxEntry;
import app.keyhold.store.SharedRows;
import java.util.List;

/// Principals, policies, credentials and the vault's settings are written in the home Region and taken over by the others:
/// whichever operation writes them leaves the others their work, and is refused where it is not at home.
final class HomeWrites implements ChangeWatcher {
    private final Runnable outboxFilled;

    /// @param outboxFilled told when there is something to deliver; must not wait
    HomeWrites(Runnable outboxFilled) {
        this.outboxFilled = outboxFilled;
    }

    @Override
    public void written(UnitOfWork work, List<Change> changes) {
        if (changes.stream().noneMatch(SharedRows::isShared)) {
            return;
        }
        var membership = Membership.of(work);
        if (membership.isHome(work)) {
            membership
                    .othersThan(work.region())
                    .forEach(other -> OutboxEntry.leave(
                            work, other, OutboxEntry.Kind.PRINCIPALS, "", Blob.of(new byte[0])));
        } else if (changes.stream().noneMatch(SharedRows::isTakenOver)) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    "Principals, policies, credentials and settings are administered in the home Region "
                            + membership.home() + "; this is " + work.region() + ".");
        }
    }

    @Override
    public void outboxFilled() {
        outboxFilled.run();
    }
}
