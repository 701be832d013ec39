package app.keyhold.files;

import app.keyhold.crypto.Blob;
import java.nio.file.Path;

/// Watches one file being worked on. Called by several threads at once, about every 256 KiB.
public interface Progress {
    /// May block: the work waits, which is how a job is paused.
    ///
    /// @param done bytes of the source so far; calls of different threads may overtake each other
    /// @param total bytes of the source, or -1 for a stream
    void at(Phase phase, long done, long total);

    /// Asked before every frame; `true` ends the work with [FileException.Kind#CANCELLED] and removes the `.part`.
    boolean cancelled();

    /// Told, before [#unfinished], which message the result will be.
    default void sealing(Blob messageId) {}

    /// Told where a result is about to be written: what a crash would leave. The last one counts.
    default void unfinished(Path part) {}

    /// Watches nothing and never cancels.
    static Progress none() {
        return new Progress() {
            @Override
            public void at(Phase phase, long done, long total) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
