package app.keyhold.schedule;

import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.operation.schedule.DeleteExpiredKeyMaterial;
import app.keyhold.kms.operation.schedule.DeleteExpiredParameters;
import app.keyhold.kms.operation.schedule.DeleteKey;
import app.keyhold.kms.operation.schedule.QueryDue;
import app.keyhold.kms.operation.schedule.QueryDue.ClockDoubt;
import app.keyhold.kms.operation.schedule.QueryDue.Ending;
import app.keyhold.kms.operation.schedule.RotateKey;
import app.keyhold.kms.operation.schedule.WitnessDates;
import app.keyhold.schedule.Report.Deleted;
import app.keyhold.schedule.Report.Failed;
import app.keyhold.schedule.Report.Held;
import app.keyhold.schedule.Report.Reason;
import app.keyhold.schedule.Report.Rotated;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/// Does what is due in one open vault: rotations at once; deletions only when two witnesses agree that their date has
/// come, because a clock set forward must not destroy keys. The first witness is the wall clock, unless the audit trail
/// doubts it. The second is that the date was announced at an earlier unlock, or at least 24 hours ago by a clock
/// nobody can set.
///
/// One look at a time; safe for use by several threads.
public final class Schedule {
    static final Duration RUNNING_TIME = Duration.ofHours(24);
    private static final int ROWS_BETWEEN_WITNESSES = 1_000;

    private final Client service;
    private final InstantSource wall;
    private final LongSupplier monotonicNanos;
    private final String session = UUID.randomUUID().toString();
    private final FirstSeen firstSeen = new FirstSeen();

    /// @param service the door as the `kms` service has it
    /// @param wall the computer's clock
    /// @param monotonicNanos a clock that only runs forward, such as [System#nanoTime]
    public Schedule(Client service, InstantSource wall, LongSupplier monotonicNanos) {
        this.service = service;
        this.wall = wall;
        this.monotonicNanos = monotonicNanos;
    }

    /// Looks at what is due and does it: at unlock, and again while the vault is open.
    ///
    /// @throws KmsException if what is due cannot be found out
    public synchronized Report catchUp() {
        Instant now = wall.instant();
        QueryDue.Response due = service.call(new QueryDue.Request(session, now));
        List<Failed> failed = new ArrayList<>();
        List<Rotated> rotated = new ArrayList<>();
        for (QueryDue.Rotation rotation : due.rotations()) {
            attempt(rotation.keyId(), rotation.name(), new RotateKey.Request(rotation.keyId()), failed)
                    .ifPresent(_ -> rotated.add(new Rotated(rotation.keyId(), rotation.name())));
        }
        firstSeen.note(due.endings(), monotonicNanos.getAsLong());
        List<Held> held = new ArrayList<>();
        List<Deleted> deleted = new ArrayList<>();
        for (Ending ending : due.endings()) {
            if (ending.date().isAfter(now)) {
                continue;
            }
            Optional<Reason> reason = whyHeld(ending, due.doubt());
            if (reason.isPresent()) {
                held.add(new Held(
                        ending.keyId(), ending.name(), ending.materialId(), ending.date(), reason.get()));
            } else {
                end(ending, failed).ifPresent(deleted::add);
            }
        }
        if (due.expiredParameters() > 0) {
            service.call(new DeleteExpiredParameters.Request());
        }
        witness(due, deleted);
        return new Report(rotated, deleted, held, failed, due.doubt());
    }

    /// @return what was deleted, once it is gone
    private Optional<Deleted> end(Ending ending, List<Failed> failed) {
        if (ending.materialId().isPresent()) {
            var request = new DeleteExpiredKeyMaterial.Request(
                    ending.keyId(), ending.materialId().get());
            return attempt(ending.keyId(), ending.name(), request, failed)
                    .map(done -> deleted(ending, done.stillHolding(), Optional.empty()));
        }
        return attempt(ending.keyId(), ending.name(), new DeleteKey.Request(ending.keyId()), failed)
                .map(done -> deleted(ending, done.stillHolding(), done.leftInToken()));
    }

    private static Deleted deleted(Ending ending, List<String> stillHolding, Optional<String> leftInToken) {
        return new Deleted(ending.keyId(), ending.name(), ending.materialId(), stillHolding, leftInToken);
    }

    private Optional<Reason> whyHeld(Ending ending, Optional<ClockDoubt> doubt) {
        if (doubt.isPresent()) {
            return Optional.of(Reason.DATE_UNCONFIRMED);
        }
        boolean atEarlierUnlock = ending.announcedIn().filter(which -> !which.equals(session)).isPresent();
        boolean longAgo = firstSeen.since(ending, monotonicNanos.getAsLong()).compareTo(RUNNING_TIME) >= 0;
        return atEarlierUnlock || longAgo ? Optional.empty() : Optional.of(Reason.FIRST_ANNOUNCED);
    }

    /// One row, and only when there is something new to remember.
    private void witness(QueryDue.Response due, List<Deleted> deleted) {
        boolean news = due.endings().stream().anyMatch(ending -> ending.announcedIn().isEmpty());
        boolean stale = due.unwitnessed() > ROWS_BETWEEN_WITNESSES && due.doubt().isEmpty();
        if (news || stale || !deleted.isEmpty()) {
            service.call(new WitnessDates.Request(session));
        }
    }

    /// One key's trouble does not keep the others waiting.
    private <R> Optional<R> attempt(String keyId, String name, KmsRequest<R> request, List<Failed> failed) {
        try {
            return Optional.of(service.call(request));
        } catch (KmsException refused) {
            failed.add(new Failed(
                    keyId, name, refused.serviceMessage().orElse(refused.fault().name())));
            return Optional.empty();
        }
    }
}
