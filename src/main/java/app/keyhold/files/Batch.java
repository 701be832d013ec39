package app.keyhold.files;

import app.keyhold.crypto.Blob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// What was handed over at once: scanned to the end first, so that its own results are not found again, then worked on
/// file by file. Safe for use by several threads.
public final class Batch {
    private final long id;
    private final BatchOrder order;
    private final FileService files;
    private final JobQueue queue;
    private final List<Job> jobs = new ArrayList<>();
    private final Speedometer speed = new Speedometer();
    private final Set<Path> finishedBefore;
    private final Optional<Unfinished> left;
    private final Set<Path> settled;

    private Optional<Note> note = Optional.empty();
    private Optional<FileException> noRoom = Optional.empty();
    private boolean scanning = true;
    private boolean cancelled;
    private boolean held;
    private int over;
    private int failed;
    private boolean problems;
    private int skipped;
    private int cancelledFiles;
    private int pausedFiles;
    private long bytesDone;
    private long bytesTotal;
    private Settling settling = Settling.NOT_YET;
    private Optional<String> forgotten = Optional.empty();

    /// Whether the vault was told of the files, once the last of them is over.
    private enum Settling {
        NOT_YET,
        BEGUN,
        DONE
    }

    /// @param finishedBefore sources about which nothing is left to do
    /// @param left by a process that is gone, to be gone on with
    Batch(
            long id,
            BatchOrder order,
            FileService files,
            JobQueue queue,
            Set<Path> finishedBefore,
            Optional<Unfinished> left) {
        this.id = id;
        this.order = order;
        this.files = files;
        this.queue = queue;
        this.finishedBefore = Set.copyOf(finishedBefore);
        this.left = left;
        this.settled = new HashSet<>(finishedBefore);
    }

    public long id() {
        return id;
    }

    /// In the order they were found.
    public synchronized List<Job> jobs() {
        return List.copyOf(jobs);
    }

    public synchronized BatchView view() {
        return new BatchView(
                id, order, state(), jobs.size(), over, failed, skipped, speed.pace(bytesDone, bytesTotal));
    }

    /// Waits until every file is over and the vault was told of them; a paused batch is not over.
    ///
    /// @return whether it is
    public synchronized boolean await(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); settling != Settling.DONE && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return settling == Settling.DONE;
    }

    /// A sentence about files that the vault does not remember, encrypted though they are.
    public synchronized Optional<String> forgotten() {
        return forgotten;
    }

    public void cancel() {
        synchronized (this) {
            if (isOver()) {
                return;
            }
            cancelled = true;
        }
        jobs().forEach(Job::cancel);
        queue.tell(this);
    }

    /// What is being counted has not begun.
    void cancelQueued() {
        if (isScanning()) {
            cancel();
        } else {
            jobs().forEach(Job::cancelUnlessBegun);
        }
    }

    Set<Path> finishedBefore() {
        return finishedBefore;
    }

    /// While it is still being counted, counting goes on and nothing begins afterwards.
    public void pause() {
        if (!holdIfScanning(true)) {
            jobs().forEach(Job::pause);
        }
        queue.tell(this);
    }

    public void resume() {
        if (!holdIfScanning(false)) {
            jobs().forEach(Job::resume);
        }
        queue.tell(this);
    }

    private synchronized boolean holdIfScanning(boolean hold) {
        held = hold;
        return scanning;
    }

    private synchronized boolean isHeld() {
        return held;
    }

    private synchronized boolean isScanning() {
        return scanning;
    }

    public void retryFailed() {
        jobs().stream().filter(job -> job.view().state() == JobState.FAILED).forEach(Job::retry);
    }

    void scan() {
        beginNote(left);
        var claims = new Claims(order);
        new FolderWalk(order, this::isCancelled).run(found -> {
            if (finishedBefore.contains(Note.absolute(found.source()))) {
                return;
            }
            synchronized (this) {
                jobs.add(new Job(queue.nextId(), this, queue, claims.checked(found)));
                bytesTotal += found.size();
            }
            queue.tellSometimes(this);
        });
        var missing = Room.missing(order, jobs().stream().map(Job::found).toList());
        boolean stopped;
        synchronized (this) {
            noRoom = missing;
            scanning = false;
            stopped = cancelled;
            speed.start(queue.nanos(), 0);
            endNoteWhenOver();
        }
        if (stopped) {
            cancel();
        }
        boolean hold = isHeld();
        if (hold) {
            jobs().forEach(Job::pause);
        }
        for (Job job : jobs()) {
            claims.before(job).ifPresentOrElse(earlier -> earlier.then(job), () -> queue.enqueue(job));
        }
        if (hold && !isHeld()) {
            jobs().forEach(Job::resume);
        }
        queue.tell(this);
        settleWhenOver();
    }

    private synchronized void beginNote(Optional<Unfinished> inPlaceOf) {
        note = queue.remembers() ? files.note(order.afterACrash(), settled, inPlaceOf) : Optional.empty();
        if (note.isEmpty()) {
            inPlaceOf.ifPresent(Unfinished::forget);
        }
    }

    /// To be called with the lock held.
    private void endNoteWhenOver() {
        if (isOver()) {
            note.ifPresent(Note::close);
            note = Optional.empty();
        }
    }

    /// Where a job's result is being written.
    void unfinished(Job job, Path part, Optional<Blob> messageId) {
        note().ifPresent(open -> open.part(job.found().source(), part, messageId));
    }

    private synchronized Optional<Note> note() {
        return note;
    }

    FileResult work(Job job, Progress progress) {
        noRoom().ifPresent(told -> {
            throw told;
        });
        return JobWork.done(files, order, job.found(), progress);
    }

    /// The same for every file of the batch, because nothing of it is begun.
    private synchronized Optional<FileException> noRoom() {
        return noRoom;
    }

    synchronized void progressed(long bytes) {
        bytesDone += bytes;
        speed.look(queue.nanos(), bytesDone);
    }

    /// A job was paused (1) or is no longer (-1). Jobs tell it, because asking them would need their locks too.
    synchronized void paused(int by) {
        pausedFiles += by;
    }

    /// @param rest bytes of the file that need no work any more
    /// @param isMessage which is noted, and stands under its name
    void over(Job job, JobOutcome outcome, long rest, boolean isMessage) {
        Path source = job.found().source();
        note().ifPresent(open -> {
            if (isMessage) {
                open.published(source);
            } else {
                open.finished(source);
            }
        });
        synchronized (this) {
            count(outcome.state(), 1);
            problems |= !outcome.problems().isEmpty();
            settled.add(Note.absolute(source));
            endNoteWhenOver();
            bytesDone += rest;
            speed.ignore(rest);
            if (over == jobs.size()) {
                speed.stop();
            }
        }
    }

    /// With no lock held: it may wait for a disk.
    void settleWhenOver() {
        synchronized (this) {
            if (!isOver() || settling != Settling.NOT_YET) {
                return;
            }
            settling = Settling.BEGUN;
        }
        Optional<String> untold = files.remember();
        synchronized (this) {
            forgotten = untold.or(() -> forgotten);
            settling = Settling.DONE;
            notifyAll();
        }
    }

    synchronized void reopened(Job job, JobState state) {
        noRoom = Optional.empty(); // by now there may be; each file looks for itself
        settled.remove(Note.absolute(job.found().source()));
        if (note.isEmpty()) {
            beginNote(Optional.empty());
        }
        count(state, -1);
        settling = Settling.NOT_YET;
        cancelled = false;
        bytesDone -= job.found().size();
        speed.start(queue.nanos(), bytesDone);
    }

    private void count(JobState state, int by) {
        over += by;
        switch (state) {
            case FAILED -> failed += by;
            case SKIPPED -> skipped += by;
            case CANCELLED -> cancelledFiles += by;
            case DONE, QUEUED, RUNNING, PAUSED, VERIFYING -> {}
        }
    }

    private BatchView.State state() {
        if (scanning) {
            return held ? BatchView.State.PAUSED : BatchView.State.SCANNING;
        }
        if (over < jobs.size()) {
            return over + pausedFiles == jobs.size() ? BatchView.State.PAUSED : BatchView.State.RUNNING;
        }
        if (failed > 0 || problems) {
            return BatchView.State.DONE_WITH_PROBLEMS;
        }
        return cancelled || cancelledFiles > 0 ? BatchView.State.CANCELLED : BatchView.State.DONE;
    }

    /// To be called with the lock held.
    private boolean isOver() {
        return !scanning && over == jobs.size();
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }
}
