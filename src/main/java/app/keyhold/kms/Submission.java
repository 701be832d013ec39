package app.keyhold.kms;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.DraftEvent;
import app.keyhold.kms.RegionStore.Transaction;
import app.keyhold.kms.RegionStore.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One call in the writer's hands: settled inside a transaction, told to its caller after the commit.
final class Submission<R> {
    /// Steps 2 to 4 never ask which files are known; thousands become known while thousands of data keys are asked for.
    private static final String NEVER_CHECKED = "file";

    private final Steps<?, R> steps;
    private final Attempt<R> attempt;
    private final Basis basis;
    private final boolean last;
    private final Recorder recorder;
    private final Optional<DraftEvent> draft;
    private final CompletableFuture<Outcome<R>> told = new CompletableFuture<>();
    private Outcome<R> outcome = new Outcome.Stale<>();
    private Optional<AuditRow> row = Optional.empty();

    /// On the caller's thread: its event is drafted here, for the case that nothing has changed when it is settled.
    ///
    /// @param last true if the writer must settle it whatever it takes, so that a call among many changes gets its turn
    Submission(Steps<?, R> steps, Attempt<R> attempt, Basis basis, boolean last, Recorder recorder) {
        this.steps = steps;
        this.attempt = attempt;
        this.basis = basis;
        this.last = last;
        this.recorder = recorder;
        this.draft = recorder.draft(steps, attempt);
    }

    /// What the attempt was made on: the state as it was when the call came, or what this process knew of it.
    enum Basis {
        NEWEST,
        PUBLISHED
    }

    /// Writes what it changes, if anything, and its audit row.
    ///
    /// @param current whether steps 2 to 4 would be what they were when the attempt was made
    /// @param foreignEpoch of the newest change of another process, which the call may have come after
    /// @return whether what steps 2 to 4 read was changed
    boolean settle(Transaction transaction, Instant now, boolean current, long foreignEpoch) {
        if (basis == Basis.PUBLISHED && attempt.epoch() < foreignEpoch && !last) {
            attempt.drop();
            return false;
        }
        Attempt<R> valid = attempt;
        if (!current || attempt.couldNotRead()) {
            var renewed = steps.renew(transaction, attempt);
            if (renewed.isEmpty() && !last) {
                return false;
            }
            valid = renewed.orElseGet(() -> steps.attempt(transaction));
        }
        return switch (valid) {
            case Attempt.Refused<R> refused -> {
                outcome = new Outcome.Refused<>(refused.refusal());
                row = Optional.of(transaction.append(draft(refused), now));
                yield false;
            }
            case Attempt.Ready<R> ready ->
                switch (ready.prepared()) {
                    case Prepared.Answer<R>(R response) -> {
                        row = Optional.of(transaction.append(draft(ready), now));
                        outcome = new Outcome.Answered<>(response);
                        yield false;
                    }
                    case Prepared.Change<R> change -> write(transaction, ready, change, now);
                };
        };
    }

    private DraftEvent draft(Attempt<R> valid) {
        return (valid == attempt ? draft : recorder.draft(steps, valid)).orElseThrow();
    }

    private boolean write(
            Transaction transaction, Attempt.Ready<R> ready, Prepared.Change<R> change, Instant now) {
        Written<R> written;
        try {
            written = transaction.write(now, change.apply());
        } catch (StoreException store) {
            throw store;
        } catch (RuntimeException failure) {
            KmsException refusal = Refusals.of(failure, steps.operation().name());
            outcome = new Outcome.Refused<>(refusal);
            row = Optional.of(transaction.append(recorder.refused(steps, ready, refusal, now)));
            return false;
        }
        outcome = new Outcome.Answered<>(written.answer());
        row = Optional.of(
                transaction.append(recorder.succeeded(steps, ready, written.answer(), written.changes(), now)));
        return written.changes().stream().map(AuditEvent.Change::kind).anyMatch(kind -> !NEVER_CHECKED.equals(kind));
    }

    long epoch() {
        return attempt.epoch();
    }

    /// Empty while nothing was appended.
    Optional<AuditRow> row() {
        return row;
    }

    boolean removedMaterial() {
        List<AuditEvent.Change> changes =
                row.map(AuditRow::event).map(AuditEvent::changes).orElse(List.of());
        return changes.stream()
                .anyMatch(change -> change.kind().equals("material")
                        && (change.digest().isEmpty() || steps.operation().removesMaterial()));
    }

    /// After the commit.
    void tell() {
        told.complete(outcome);
    }

    /// Instead of the answer it might have had, which is wiped.
    void fail(KmsException refusal) {
        attempt.drop();
        if (outcome instanceof Outcome.Answered<R>(R response)) {
            Wiping.wipe((Object) response);
        }
        told.complete(new Outcome.Refused<>(refusal));
    }

    /// Blocks until told.
    Outcome<R> await() {
        return told.join();
    }
}
