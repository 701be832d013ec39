package app.keyhold.files;

import java.nio.file.Path;
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
    private Optional<Path> target = Optional.empty();
    private Optional<FileException> failure = Optional.empty();
    private List<Problem> problems = List.of();

    Job(long id, Batch batch, JobQueue queue, FolderWalk.Found found) {
        this.id = id;
        this.batch = batch;
        this.queue = queue;
        this.found = found;
        this.total = found.size();
    }

    public synchronized JobView view() {
        return new JobView(
                id, batch.id(), found.source(), found.name(), state, phase, speed.pace(done, total), target, failure, problems);
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
            target = Optional.empty();
            failure = Optional.empty();
            problems = List.of();
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
            end = switch (batch.work(this, new Watching())) {
                case FileResult.Written written -> {
                    name(written.target());
                    problems(written.problems());
                    yield JobState.DONE;
                }
                case FileResult.Skipped skipped -> {
                    name(skipped.existing());
                    yield JobState.SKIPPED;
                }
                case FileResult.Current current -> {
                    name(current.source());
                    yield JobState.SKIPPED;
                }
            };
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
            batch.tellVaultWhenOver();
        }
    }

    private synchronized void name(Path path) {
        target = Optional.of(path);
    }

    private synchronized void problems(List<Problem> told) {
        problems = told;
    }

    private synchronized void fail(FileException told) {
        failure = Optional.of(told);
    }

    private void end(JobState end) {
        batch.over(this, end, found.size() - counted, !problems.isEmpty());
        counted = found.size();
        done = end == JobState.DONE ? total : done;
        state = end;
        phase = Optional.empty();
        setPaused(false);
        speed.stop();
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
