package app.keyhold.files;

/// A whole batch at one moment; progress counts bytes, not files.
///
/// @param found files found so far; still growing while the state is [State#SCANNING]
/// @param over files done, failed, skipped or cancelled
public record BatchView(
        long id, BatchOrder order, State state, int found, int over, int failed, int skipped, Pace pace) {
    public enum State {
        SCANNING,
        RUNNING,
        PAUSED,
        DONE,
        DONE_WITH_PROBLEMS,
        CANCELLED
    }
}
