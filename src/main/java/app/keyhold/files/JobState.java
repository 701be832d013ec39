package app.keyhold.files;

/// Where one file of a batch stands.
public enum JobState {
    QUEUED,
    RUNNING,
    PAUSED,
    VERIFYING,
    DONE,
    FAILED,
    CANCELLED,
    SKIPPED;

    /// Nothing will happen to it any more unless it is retried.
    public boolean over() {
        return switch (this) {
            case QUEUED, RUNNING, PAUSED, VERIFYING -> false;
            case DONE, FAILED, CANCELLED, SKIPPED -> true;
        };
    }
}
