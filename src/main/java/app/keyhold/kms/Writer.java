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
/// the chain no success follows the row that forbids it. If a commit fails nobody of its group is answered: the outcome
/// is unknown, it is never retried, and nothing more is written until the Region is opened anew. After key material was
/// removed the store is told to leave no copy of it in its logs.
final class Writer implements AutoCloseable {
    private static final int MOST_IN_A_GROUP = 512;

    private final RegionStore store;
    private final InstantSource clock;
    private final Recorder recorder;
    private final BlockingQueue<Optional<Submission<?>>> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile Optional<Throwable> broken = Optional.empty();
    private boolean scrubDue;

    Writer(RegionStore store, InstantSource clock, Recorder recorder, String region) {
        this.store = store;
        this.clock = clock;
        this.recorder = recorder;
        this.thread = Thread.ofPlatform().daemon().name("keyhold-writer-" + region).start(this::run);
    }

    /// Why nothing is written any more, if so.
    Optional<KmsException> refusal() {
        return broken.map(Refusals::waitingForReopening);
    }

    /// Blocks until the call's row is durable, or until it is clear that it will not be.
    <R> Outcome<R> write(Submission<R> submission) {
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
            if (scrubDue && (waiting.isEmpty() || !open)) {
                scrub();
            }
        }
    }

    private void settle(List<Submission<?>> group) {
        if (broken.isPresent()) {
            failAll(group, Refusals::waitingForReopening, broken.get());
            return;
        }
        boolean committing = false;
        boolean materialGone = false;
        try (RegionStore.Transaction transaction = store.begin()) {
            boolean changed = false;
            for (Submission<?> one : group) {
                boolean current = !changed && one.epoch() == transaction.epoch();
                changed |= one.settle(transaction, recorder, now(), current);
                materialGone |= one.row().filter(Writer::removesMaterial).isPresent();
            }
            committing = true;
            transaction.commit();
        } catch (RuntimeException | Error failure) {
            if (committing) {
                broken = Optional.of(failure);
                tellFates(group, failure);
            } else {
                failAll(group, Refusals::notDone, failure);
            }
            return;
        }
        group.forEach(Submission::tell);
        scrubDue |= materialGone;
    }

    private static void failAll(
            List<Submission<?>> group, Function<Throwable, KmsException> words, Throwable cause) {
        group.forEach(one -> one.fail(words.apply(cause)));
    }

    /// After a failed commit: nobody gets an answer, but each is told whether their row is there.
    private void tellFates(List<Submission<?>> group, Throwable cause) {
        Optional<View> again = viewAgain();
        group.forEach(one -> one.fail(Refusals.outcomeUnknown(fate(one, again), cause)));
    }

    private Optional<View> viewAgain() {
        try {
            return Optional.of(store.view());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Fate fate(Submission<?> one, Optional<View> again) {
        if (again.isEmpty()) {
            return new Fate.Unknown();
        }
        try {
            return one.row()
                    .filter(row -> again.get()
                            .audit()
                            .row(row.number())
                            .filter(found -> found.hash().equals(row.hash()))
                            .isPresent())
                    .<Fate>map(row -> new Fate.There(row.number()))
                    .orElse(new Fate.NotThere());
        } catch (RuntimeException unreadable) {
            return new Fate.Unknown();
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

    private static boolean removesMaterial(AuditRow row) {
        return row.event().changes().stream()
                .anyMatch(change -> change.kind().equals("material") && change.digest().isEmpty());
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
