package app.keyhold.desktop.files;

import app.keyhold.files.BatchView;
import app.keyhold.files.JobListener;
import app.keyhold.files.JobView;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Brings the newest state of each job to the FX thread, however often it changes: what was not fetched in time is
/// replaced by what came after it.
final class JobFeed implements JobListener {
    private final Executor screen;
    private final Consumer<BatchView> batches;
    private final Consumer<JobView> jobs;
    private final Runnable delivered;
    private final Map<Long, BatchView> newBatches = new ConcurrentHashMap<>();
    private final Map<Long, JobView> newJobs = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean stopped;

    /// @param screen runs on the FX thread, as late as a person doesn't mind: what changes meanwhile comes along
    /// @param delivered told once after each delivery
    JobFeed(Executor screen, Consumer<BatchView> batches, Consumer<JobView> jobs, Runnable delivered) {
        this.screen = screen;
        this.batches = batches;
        this.jobs = jobs;
        this.delivered = delivered;
    }

    @Override
    public void batchChanged(BatchView batch) {
        newBatches.put(batch.id(), batch);
        ask();
    }

    @Override
    public void jobChanged(JobView job) {
        newJobs.put(job.id(), job);
        ask();
    }

    private void ask() {
        if (asked.compareAndSet(false, true)) {
            screen.execute(this::deliver);
        }
    }

    /// Whoever listened is gone; a queue may outlive its screen.
    void stop() {
        stopped = true;
    }

    private void deliver() {
        if (stopped) {
            return;
        }
        asked.set(false);
        drain(newJobs, jobs);
        drain(newBatches, batches);
        delivered.run();
    }

    private static <T> void drain(Map<Long, T> views, Consumer<T> to) {
        views.keySet().forEach(id -> {
            T view = views.remove(id);
            if (view != null) {
                to.accept(view);
            }
        });
    }
}
