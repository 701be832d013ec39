package app.keyhold.vault;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.ChangeWatcher;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.outbox.OutboxEntry;
import app.keyhold.store.SharedRows;
import app.keyhold.vault.operation.Promotion;
import java.util.List;
import java.util.function.Predicate;

/// Principals, policies, credentials and the vault's settings are written in the home Region and taken over by the others:
/// whichever operation writes them leaves the others their work, and is refused where it is not at home.
final class HomeWrites implements ChangeWatcher {
    private final Predicate<String> isHere;
    private final Runnable outboxFilled;

    /// @param isHere whether a Region is in reach
    /// @param outboxFilled told when there is something to deliver; must not wait
    HomeWrites(Predicate<String> isHere, Runnable outboxFilled) {
        this.isHere = isHere;
        this.outboxFilled = outboxFilled;
    }

    @Override
    public void written(UnitOfWork work, List<Change> changes) {
        if (changes.stream().noneMatch(SharedRows::isShared)) {
            return;
        }
        var membership = Membership.of(work);
        if (membership.isHome(work)) {
            requireSettledHome(work);
            membership
                    .othersThan(work.region())
                    .forEach(other -> OutboxEntry.leave(
                            work, other, OutboxEntry.Kind.PRINCIPALS, "", Blob.of(new byte[0])));
        } else if (changes.stream().noneMatch(SharedRows::isTakenOver)) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    "Principals, policies, credentials and settings are administered in the home Region "
                            + membership.home() + "; this is " + work.region() + ". "
                            + HeaderKeeper.nextStep(work.region(), isHere.test(membership.home())));
        }
    }

    /// Between the announcement of another home and its header nobody could say whose a change would be.
    private static void requireSettledHome(UnitOfWork work) {
        if (Promotion.isUnderWay(work)) {
            throw new KmsException(
                    Fault.ConflictException,
                    "Another Region is just becoming the home. Nothing was changed; try again, or lock the vault and "
                            + "unlock it again.");
        }
    }

    @Override
    public void outboxFilled() {
        outboxFilled.run();
    }
}
