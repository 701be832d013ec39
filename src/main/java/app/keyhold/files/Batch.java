package app.keyhold.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

    private Optional<Note> note = Optional.empty();
    private boolean scanning = true;
    private boolean cancelled;
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

    /// @param finishedBefore sources that a process which is gone had finished
    Batch(long id, BatchOrder order, FileService files, JobQueue queue, Set<Path> finishedBefore) {
        this.id = id;
        this.order = order;
        this.files = files;
        this.queue = queue;
        this.finishedBefore = Set.copyOf(finishedBefore);
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
        if (view().state() == BatchView.State.SCANNING) {
            cancel();
        } else {
            jobs().forEach(Job::cancelUnlessBegun);
        }
    }

    Set<Path> finishedBefore() {
        return finishedBefore;
    }

    public void pause() {
        jobs().forEach(Job::pause);
    }

    public void resume() {
        jobs().forEach(Job::resume);
    }

    public void retryFailed() {
        jobs().stream().filter(job -> job.view().state() == JobState.FAILED).forEach(Job::retry);
    }

    void scan() {
        beginNote();
        var claims = new Claims(order);
        new FolderWalk(order, this::wanted, this::isCancelled).run(found -> {
            if (finishedBefore.contains(Note.absolute(found.source()))) {
                return;
            }
            synchronized (this) {
                jobs.add(new Job(queue.nextId(), this, queue, claims.checked(found)));
                bytesTotal += found.size();
            }
            queue.tellSometimes(this);
        });
        boolean stopped;
        synchronized (this) {
            scanning = false;
            stopped = cancelled;
            speed.start(queue.nanos(), 0);
            endNoteWhenOver();
        }
        if (stopped) {
            cancel();
        }
        for (Job job : jobs()) {
            claims.before(job).ifPresentOrElse(earlier -> earlier.then(job), () -> queue.enqueue(job));
        }
        queue.tell(this);
        settleWhenOver();
    }

    private synchronized void beginNote() {
        note = queue.remembers() ? files.note(order.afterACrash()) : Optional.empty();
        note.ifPresent(begun -> finishedBefore.forEach(begun::finished));
    }

    /// To be called with the lock held.
    private void endNoteWhenOver() {
        if (isOver()) {
            note.ifPresent(Note::close);
            note = Optional.empty();
        }
    }

    /// Where a job's result is being written.
    void unfinished(Job job, Path part) {
        Optional<Note> now;
        synchronized (this) {
            now = note;
        }
        now.ifPresent(open -> open.part(job.found().source(), part));
    }

    FileResult work(Job job, Progress progress) {
        var source = job.found().source();
        var destination = job.found().destination();
        return switch (order) {
            case BatchOrder.Encrypt it when it.form() == Form.ARCHIVE -> files.archive(it, progress);
            case BatchOrder.Encrypt it ->
                files.encrypt(
                        new EncryptOrder(
                                source,
                                destination,
                                it.sealing(),
                                it.collision(),
                                it.verify(),
                                it.sync(),
                                it.rememberPaths(),
                                it.hideNames(),
                                it.original()),
                        progress);
            case BatchOrder.Decrypt it ->
                files.decrypt(
                        new DecryptOrder(
                                source,
                                destination,
                                it.collision(),
                                it.sync(),
                                it.extract(),
                                it.allowUncommitted()),
                        progress);
            case BatchOrder.Reencrypt it ->
                files.reencrypt(
                        new ReencryptOrder(
                                source,
                                it.keyIds(),
                                it.onlyOlder(),
                                it.rememberPaths(),
                                it.sync(),
                                it.allowUncommitted()),
                        progress);
        };
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
    /// @param hasProblems although it is done
    synchronized void over(Job job, JobState state, long rest, boolean hasProblems) {
        count(state, 1);
        problems |= hasProblems;
        note.ifPresent(open -> open.finished(job.found().source()));
        endNoteWhenOver();
        bytesDone += rest;
        speed.ignore(rest);
        if (over == jobs.size()) {
            speed.stop();
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

    synchronized void reopened(JobState state, long size) {
        if (note.isEmpty()) {
            beginNote();
        }
        count(state, -1);
        settling = Settling.NOT_YET;
        cancelled = false;
        bytesDone -= size;
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
            return BatchView.State.SCANNING;
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

    private boolean wanted(Path file) {
        return switch (order) {
            case BatchOrder.Encrypt _ -> true;
            case BatchOrder.Decrypt _, BatchOrder.Reencrypt _ -> files.isMessage(file);
        };
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }
}
