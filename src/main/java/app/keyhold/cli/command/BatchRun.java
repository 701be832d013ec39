package app.keyhold.cli.command;

import app.keyhold.cli.ProgressLine;
import app.keyhold.cli.Shell;
import app.keyhold.files.Batch;
import java.time.Duration;
import java.util.function.ToIntFunction;

/// Sees a batch through to its end: shows how far it is, and ends it at Ctrl-C.
final class BatchRun {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Shell shell;

    BatchRun(Shell shell) {
        this.shell = shell;
    }

    /// @param tell what is said once it is over: if it was interrupted, before the process ends
    /// @return the exit code that `tell` found
    int toEnd(Batch batch, ToIntFunction<Batch> tell) {
        return shell.interruption().guarding(batch::cancel, () -> {
            var line = new ProgressLine(shell.terminal());
            try {
                while (!batch.await(LOOK_EVERY)) {
                    line.show(batch.view());
                }
            } catch (InterruptedException ended) {
                batch.cancel();
                Thread.currentThread().interrupt();
            } finally {
                line.clear();
            }
            batch.forgotten().ifPresent(shell::note);
            return tell.applyAsInt(batch);
        });
    }
}
