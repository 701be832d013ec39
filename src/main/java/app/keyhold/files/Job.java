package app.keyhold.files;

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
    private Optional<FileResult> result = Optional.empty();
    private Optional<FileException> failure = Optional.empty();

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
                result.map(FileResult::place),
                failure,
                problems());
    }

    /// Empty until it is over, and if it failed or was cancelled.
    public synchronized Optional<FileResult> result() {
        return result;
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
            end(JobState.CANCELLED);
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
            batch.reopened(state, found.size());
            state = JobState.QUEUED;
            done = 0;
            counted = 0;
            cancelled = false;
            result = Optional.empty();
            failure = Optional.empty();
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
        JobState end = JobState.FAILED;
        try {
            found.failure().ifPresent(failure -> {
                throw failure;
            });
            var worked = batch.work(this, new Watching());
            synchronized (this) {
                result = Optional.of(worked);
            }
            end = worked instanceof FileResult.Written ? JobState.DONE : JobState.SKIPPED;
        } catch (FileException told) {
            if (told.kind() == FileException.Kind.CANCELLED) {
                end = JobState.CANCELLED;
            } else {
                fail(told);
            }
        } catch (RuntimeException unforeseen) {
            fail(Failures.of(found.source()).unforeseen(unforeseen));
        } finally {
            synchronized (this) {
                end(end);
                giveSlotsBack();
            }
            tell();
            batch.settleWhenOver();
        }
    }

    private List<Problem> problems() {
        return result.map(FileResult::problems).orElse(List.of());
    }

    private synchronized void fail(FileException told) {
        failure = Optional.of(told);
    }

    private void end(JobState end) {
        batch.over(this, end, found.size() - counted, !problems().isEmpty());
        counted = found.size();
        done = end == JobState.DONE ? total : done;
        state = end;
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
        public void unfinished(Path part) {
            batch.unfinished(Job.this, part);
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
