package app.keyhold.files;

/// Hears of changes, on the threads that do the work: hand over quickly. Progress comes at most every 50 ms a file,
/// changes of state always.
public interface JobListener {
    void batchChanged(BatchView batch);

    void jobChanged(JobView job);
}
