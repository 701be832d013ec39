package app.keyhold.kms;

import app.keyhold.audit.AuditRow;
import app.keyhold.kms.Refusals.Fate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/// Step 7 for one Region: a single thread that settles calls in groups, one transaction and so one fsync a group. While
/// it waits for the disk, the next group gathers.
///
/// A call whose attempt was made on an older state is looked at again on the transaction's own, so that in the order of
/// the chain no success follows the row that forbids it. If a commit fails nobody of its group is answered and it is
/// never retried: the Region is opened anew, each caller is told whether their row is there, and the Region goes on
/// working; while it cannot be opened, calls are refused and try it again. After key material was removed the store is
/// told to leave no copy of it in its logs.
final class Writer implements AutoCloseable {
    private static final int MOST_IN_A_GROUP = 512;

    private final RegionStore store;
    private final InstantSource clock;
    private final Recorder recorder;
    private final BlockingQueue<Optional<Submission<?>>> waiting = new LinkedBlockingQueue<>();
    private final Reopening reopening;
    private final Thread thread;
    private boolean scrubDue;

    /// Epoch of what this writer committed last.
    private long reached = Long.MIN_VALUE;

    /// The newest epoch that made a difference to steps 2 to 4; another process' changes all count as such.
    private long decisive = Long.MIN_VALUE;

    Writer(RegionStore store, InstantSource clock, Recorder recorder, String region) {
        this.store = store;
        this.clock = clock;
        this.recorder = recorder;
        this.reopening = new Reopening(store, clock);
        this.thread = Thread.ofPlatform().daemon().name("keyhold-writer-" + region).start(this::run);
    }

    /// @throws KmsException if nothing can be written at present
    void requireWriting() {
        Optional<Throwable> obstacle = reopening.obstacle();
        if (obstacle.isPresent()) {
            throw Refusals.waitingForReopening(obstacle.get());
        }
    }

    /// Blocks until the call's row is durable, or until it is clear that it will not be.
    ///
    /// @param last true if it must be settled whatever it takes
    <R> Outcome<R> write(Steps<?, R> steps, Attempt<R> attempt, Submission.Basis basis, boolean last) {
        var submission = new Submission<>(steps, attempt, basis, last, recorder);
        waiting.add(Optional.of(submission));
        return submission.await();
    }

    /// Settles what is waiting, then ends.
    @Override
    public void close() {
        waiting.add(Optional.empty());
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean open = true;
        while (open) {
            List<Optional<Submission<?>>> taken = new ArrayList<>();
            taken.add(takeFirst());
            waiting.drainTo(taken, MOST_IN_A_GROUP - 1);
            open = taken.stream().allMatch(Optional::isPresent);
            List<Submission<?>> group = new ArrayList<>();
            taken.forEach(one -> one.ifPresent(group::add));
            if (!group.isEmpty()) {
                settle(group);
            }
            // Whoever waits goes first, but nothing is left undone at the end.
            if (scrubDue && (waiting.isEmpty() || !open) && reopening.obstacle().isEmpty()) {
                scrub();
            }
        }
    }

    private void settle(List<Submission<?>> group) {
        Optional<Throwable> obstacle = reopening.obstacle();
        if (obstacle.isPresent()) {
            failAll(group, Refusals::waitingForReopening, obstacle.get());
            return;
        }
        boolean committing = false;
        boolean materialGone = false;
        try (RegionStore.Transaction transaction = store.begin()) {
            long foreign = store.foreignEpoch();
            if (transaction.epoch() != reached) {
                decisive = transaction.epoch();
            }
            for (Submission<?> one : group) {
                if (one.settle(transaction, now(), one.epoch() >= decisive, foreign)) {
                    decisive = transaction.epoch();
                }
                materialGone |= one.removedMaterial();
            }
            committing = true;
            transaction.commit();
            reached = transaction.epoch();
        } catch (RuntimeException | Error failure) {
            if (committing) {
                scrubDue |= materialGone;
                tellFates(group, failure);
            } else {
                failAll(group, Refusals::notDone, failure);
            }
            return;
        }
        scrubDue |= materialGone;
        group.forEach(Submission::tell);
    }

    private static void failAll(
            List<Submission<?>> group, Function<Throwable, KmsException> words, Throwable cause) {
        group.forEach(one -> one.fail(words.apply(cause)));
    }

    /// After a failed commit: nobody gets an answer, but each is told whether their row is there. Whoever has none, and
    /// was only to begin again, still may.
    private void tellFates(List<Submission<?>> group, Throwable cause) {
        reopening.begin();
        Optional<Throwable> obstacle = reopening.obstacle();
        group.forEach(one -> one.row()
                .map(row -> obstacle.<Fate>map(Fate.Unknown::new).orElseGet(() -> fate(row)))
                .ifPresentOrElse(fate -> one.fail(Refusals.outcomeUnknown(fate, cause)), one::tell));
    }

    private Fate fate(AuditRow row) {
        try {
            return store.view().audit().row(row.number()).filter(found -> found.hash().equals(row.hash())).isPresent()
                    ? new Fate.There(row.number())
                    : new Fate.NotThere();
        } catch (RuntimeException unreadable) {
            return new Fate.Unknown(unreadable);
        }
    }

    private void scrub() {
        try {
            store.scrub();
            scrubDue = false;
        } catch (RuntimeException laterThen) {
            scrubDue = true;
        }
    }

    /// Rows hold milliseconds.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Optional<Submission<?>> takeFirst() {
        while (true) {
            try {
                return waiting.take();
            } catch (InterruptedException nobodyMayStopTheWriter) {
                continue;
            }
        }
    }
}
