package app.keyhold.files;

import app.keyhold.crypto.Blob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One file of a batch. Its methods answer at once; what they cause is told to the listeners. Safe for use by several
/// threads.
public final class Job {
    private final long id;
    private final Batch batch;
    private final JobQueue queue;
    private final FolderWalk.Found found;
    private final Speedometer speed = new Speedometer();

    private JobState state = JobState.QUEUED;
    private Optional<Phase> phase = Optional.empty();
    private long done;
    private long total;
    private boolean paused;
    private boolean cancelled;
    private boolean resuming;
    private boolean holdsSlots;
    private long counted;
    private long told;
    private final List<Job> followers = new ArrayList<>();
    private Optional<Blob> sealing = Optional.empty();
    private Optional<JobOutcome> outcome = Optional.empty();

    Job(long id, Batch batch, JobQueue queue, FolderWalk.Found found) {
        this.id = id;
        this.batch = batch;
        this.queue = queue;
        this.found = found;
        this.total = found.size();
    }

    public synchronized JobView view() {
        return new JobView(
                id,
                batch.id(),
                found.source(),
                found.name(),
                state,
                phase,
                speed.pace(done, total),
                result().map(FileResult::place),
                outcome.flatMap(JobOutcome::failure),
                outcome.map(JobOutcome::problems).orElse(List.of()));
    }

    /// Empty until it is over, and if it failed or was cancelled.
    public synchronized Optional<FileResult> result() {
        return outcome.flatMap(JobOutcome::result);
    }

    /// Ends it within a frame or two, removing what had been written.
    public void cancel() {
        synchronized (this) {
            cancelled = true; // its own thread ends it if it has begun
            notifyAll();
        }
        cancelUnlessBegun();
    }

    void cancelUnlessBegun() {
        synchronized (this) {
            if (state.over() || phase.isPresent()) {
                return;
            }
            end(JobOutcome.CANCELLED);
        }
        tell();
        queue.start(batch::settleWhenOver);
    }

    /// Stops where it is and lets others go on; nothing is given up.
    public void pause() {
        synchronized (this) {
            resuming = false;
            if (paused || state.over()) {
                return;
            }
            setPaused(true);
            state = JobState.PAUSED;
            speed.stop();
            giveSlotsBack();
        }
        tell();
    }

    public void resume() {
        boolean started;
        synchronized (this) {
            if (!paused || resuming || state.over()) {
                return;
            }
            started = phase.isPresent();
            if (started) {
                resuming = true;
            } else {
                setPaused(false);
                state = JobState.QUEUED;
            }
        }
        if (started) {
            queue.whenFree(this, this::goOn);
        } else {
            queue.enqueue(this);
        }
        tell();
    }

    /// Starts over after a failure, with a fresh data key.
    public void retry() {
        synchronized (this) {
            if (!state.over() || state == JobState.DONE) {
                return;
            }
            batch.reopened(this, state);
            state = JobState.QUEUED;
            done = 0;
            counted = 0;
            cancelled = false;
            sealing = Optional.empty();
            outcome = Optional.empty();
        }
        queue.enqueue(this);
        tell();
    }

    FolderWalk.Found found() {
        return found;
    }

    long id() {
        return id;
    }

    /// Has `next` begin once this one is over.
    synchronized void then(Job next) {
        if (state.over()) {
            queue.enqueue(next);
        } else {
            followers.add(next);
        }
    }

    /// Called with slots held. `false` if there is nothing to do any more, or not now.
    synchronized boolean begin() {
        if (state != JobState.QUEUED) {
            return false;
        }
        state = JobState.RUNNING;
        phase = Optional.of(Phase.OPENING);
        holdsSlots = true;
        speed.start(queue.nanos(), 0);
        return true;
    }

    void run() {
        tell();
        var end = JobOutcome.of(found.source(), this::work);
        synchronized (this) {
            end(end);
            giveSlotsBack();
        }
        tell();
        batch.settleWhenOver();
    }

    private FileResult work() {
        found.failure().ifPresent(failure -> {
            throw failure;
        });
        return batch.work(this, new Watching());
    }

    private void end(JobOutcome end) {
        boolean isDone = end.state() == JobState.DONE;
        batch.over(this, end, found.size() - counted, isDone && sealing.isPresent());
        outcome = Optional.of(end);
        counted = found.size();
        done = isDone ? total : done;
        state = end.state();
        phase = Optional.empty();
        setPaused(false);
        speed.stop();
        followers.forEach(queue::enqueue);
        followers.clear();
    }

    private void setPaused(boolean now) {
        if (paused != now) {
            paused = now;
            batch.paused(now ? 1 : -1);
        }
    }

    /// Slots are held again.
    private synchronized void goOn() {
        if (state.over() || !resuming) {
            queue.free(this);
            return;
        }
        resuming = false;
        holdsSlots = true;
        setPaused(false);
        state = phase.equals(Optional.of(Phase.VERIFYING)) ? JobState.VERIFYING : JobState.RUNNING;
        speed.start(queue.nanos(), done);
        notifyAll();
    }

    private void giveSlotsBack() {
        if (holdsSlots) {
            holdsSlots = false;
            queue.free(this);
        }
    }

    private void tell() {
        queue.tell(this, batch);
    }

    /// What the workers tell, and where they wait while it is paused.
    private final class Watching implements Progress {
        @Override
        public void at(Phase now, long bytes, long of) {
            boolean worthTelling;
            synchronized (Job.this) {
                worthTelling = update(now, bytes, of);
                while (paused && !cancelled) {
                    try {
                        Job.this.wait();
                    } catch (InterruptedException ended) {
                        cancelled = true;
                    }
                }
            }
            if (worthTelling) {
                tell();
            }
        }

        @Override
        public void sealing(Blob messageId) {
            sealing = Optional.of(messageId);
        }

        @Override
        public void unfinished(Path part) {
            batch.unfinished(Job.this, part, sealing);
        }

        @Override
        public boolean cancelled() {
            synchronized (Job.this) {
                return cancelled;
            }
        }

        private boolean update(Phase now, long bytes, long of) {
            boolean changed = !phase.equals(Optional.of(now));
            if (changed) {
                phase = Optional.of(now);
                state = paused ? JobState.PAUSED : now == Phase.VERIFYING ? JobState.VERIFYING : JobState.RUNNING;
                if (now == Phase.VERIFYING) {
                    done = 0; // the written message is read again, from its beginning
                    speed.start(queue.nanos(), 0);
                }
            }
            done = Math.max(done, bytes);
            total = of;
            if (now == Phase.ENCRYPTING || now == Phase.DECRYPTING) {
                long worked = Math.min(done, found.size());
                batch.progressed(worked - counted);
                counted = worked;
            }
            long nanos = queue.nanos();
            speed.look(nanos, done);
            if (changed || nanos - told >= JobQueue.TELL_EVERY) {
                told = nanos;
                return true;
            }
            return false;
        }
    }
}
