package app.keyhold.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Works through batches in the order they come. A large file uses every core by itself and has them to itself. Small
/// ones are worked on many at once, because they mostly wait: for their key's audit row, for the disk. One group of rows
/// and one flush of the disk serve all that wait together.
public final class JobQueue implements AutoCloseable {
    static final long TELL_EVERY = TimeUnit.MILLISECONDS.toNanos(50);

    /// So many small files at once, because they wait together; what a file takes of their memory, twice its size, bounds
    /// how many larger ones do. One of more than 8 MiB takes all.
    private static final int SLOTS = 256;

    private static final long BYTES_A_SLOT = 32 << 10;

    /// Small files begin in waves of this size: begun one by one as others end, they would wait one by one, too.
    private static final int WAVE = SLOTS / 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FileService files;
    private final BooleanSupplier remembers;
    private final LongSupplier nanos;
    private final Slots slots = new Slots(SLOTS);
    private final Queue<Job> waiting = new ArrayDeque<>();
    private final List<Batch> batches = new CopyOnWriteArrayList<>();
    private final List<JobListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong told = new AtomicLong();
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    /// There while something waits: a queue that was left to itself keeps no vault alive. Guarded by `waiting`.
    private Optional<Thread> dispatcher = Optional.empty();
    private boolean closed;

    public JobQueue(FileService files) {
        this(files, () -> true);
    }

    /// @param remembers whether batches are noted, so that a crash leaves nothing unnoticed
    public JobQueue(FileService files, BooleanSupplier remembers) {
        this(files, remembers, System::nanoTime);
    }

    /// @param nanos a clock that only runs forward
    JobQueue(FileService files, LongSupplier nanos) {
        this(files, () -> true, nanos);
    }

    private JobQueue(FileService files, BooleanSupplier remembers, LongSupplier nanos) {
        this.files = files;
        this.remembers = remembers;
        this.nanos = nanos;
    }

    /// Answers at once; folders are walked and files worked on meanwhile.
    public Batch submit(BatchOrder order) {
        return submit(order, Set.of(), Optional.empty());
    }

    /// What killed processes left, oldest first.
    public List<Unfinished> unfinished() {
        return files.unfinished();
    }

    /// Goes on with what a process that is gone had begun: what was half written is removed, and the files not finished
    /// start again under fresh data keys.
    ///
    /// @throws FileException if what was half written could not be removed
    public Batch resume(Unfinished left) {
        left.removeParts();
        return submit(left.order(), left.finished(), Optional.of(left));
    }

    /// Does what another queue left of a batch: files it did not finish start from their beginning, under fresh data keys.
    public Batch goOn(Batch left) {
        var finished = new HashSet<>(left.finishedBefore());
        left.jobs().stream()
                .filter(job -> job.result().isPresent())
                .forEach(job -> finished.add(Note.absolute(job.found().source())));
        return submit(left.view().order(), finished, Optional.empty());
    }

    boolean remembers() {
        return remembers.getAsBoolean();
    }

    private Batch submit(BatchOrder order, Set<Path> finished, Optional<Unfinished> left) {
        var batch = new Batch(nextId(), order, files, this, finished, left);
        batches.add(batch);
        Thread.ofVirtual().name("keyhold-scan").start(batch::scan);
        return batch;
    }

    /// Oldest first, the ones that are over included.
    public List<Batch> batches() {
        return List.copyOf(batches);
    }

    public void listen(JobListener listener) {
        listeners.add(listener);
    }

    /// Tells `listener` no more, and keeps it no longer.
    public void forget(JobListener listener) {
        listeners.remove(listener);
    }

    /// Lets running files finish and starts no other: what a lock of the vault asks for.
    public void cancelQueued() {
        batches.forEach(Batch::cancelQueued);
    }

    /// Cancels everything and waits until what had been written is removed, five seconds at most.
    @Override
    public void close() {
        batches.forEach(Batch::cancel);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            var last = stopDispatching();
            if (last.isPresent()) {
                last.get().join(PATIENCE);
            }
            for (var thread : running) {
                thread.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Thread> stopDispatching() {
        synchronized (waiting) {
            closed = true;
            waiting.clear();
            dispatcher.ifPresent(Thread::interrupt);
            return dispatcher;
        }
    }

    private void dispatch() {
        try {
            for (var next = next(); next.isPresent(); next = next()) {
                var job = next.get();
                slots.take(slots(job), WAVE);
                if (job.begin()) {
                    start(job::run);
                } else {
                    free(job);
                }
            }
        } catch (InterruptedException stopped) {
            // the queue is closed: nothing waits any more
        }
    }

    private Optional<Job> next() {
        synchronized (waiting) {
            var next = Optional.ofNullable(waiting.poll());
            if (next.isEmpty()) {
                dispatcher = Optional.empty();
            }
            return next;
        }
    }

    /// On a thread of its own, for which [#close] waits.
    void start(Runnable work) {
        var thread = Thread.ofVirtual().name("keyhold-job").unstarted(() -> {
            try {
                work.run();
            } finally {
                running.remove(Thread.currentThread());
            }
        });
        running.add(thread);
        thread.start();
    }

    void enqueue(Job job) {
        synchronized (waiting) {
            if (!closed) {
                waiting.add(job);
                dispatcher = dispatcher.or(() ->
                        Optional.of(Thread.ofPlatform().daemon().name("keyhold-jobs").start(this::dispatch)));
            }
        }
    }

    /// Goes on with a job that is in the middle of its work.
    void whenFree(Job job, Runnable goOn) {
        Thread.ofVirtual().start(() -> {
            try {
                slots.take(slots(job));
                goOn.run();
                tell(job);
            } catch (InterruptedException neverAsked) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void free(Job job) {
        slots.giveBack(slots(job));
    }

    private static int slots(Job job) {
        return (int) Math.clamp(job.found().size() / BYTES_A_SLOT, 1, SLOTS);
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    long nanos() {
        return nanos.getAsLong();
    }

    void tell(Job job, Batch batch) {
        tell(job);
        tell(batch);
    }

    void tell(Batch batch) {
        if (!listeners.isEmpty()) {
            var view = batch.view();
            listeners.forEach(listener -> listener.batchChanged(view));
        }
    }

    void tellSometimes(Batch batch) {
        long now = nanos();
        long before = told.get();
        if (now - before >= TELL_EVERY && told.compareAndSet(before, now)) {
            tell(batch);
        }
    }

    private void tell(Job job) {
        if (!listeners.isEmpty()) {
            var view = job.view();
            listeners.forEach(listener -> listener.jobChanged(view));
        }
    }
}
