package app.keyhold.desktop.files;

import app.keyhold.desktop.frame.Background;
import app.keyhold.files.JobQueue;
import app.keyhold.files.Unfinished;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What killed processes left, and the two ways from there. FX thread only.
final class UnfinishedModel {
    private final JobQueue queue;
    private final JobsModel jobs;
    private final Background background;
    private final ObservableList<Unfinished> all = FXCollections.observableArrayList();
    private final ObservableList<Unfinished> shown = FXCollections.unmodifiableObservableList(all);

    UnfinishedModel(JobQueue queue, JobsModel jobs, Background background) {
        this.queue = queue;
        this.jobs = jobs;
        this.background = background;
    }

    /// @param found told when there is something
    void look(Runnable found) {
        background.run(
                queue::unfinished,
                left -> {
                    all.setAll(left);
                    if (!left.isEmpty()) {
                        found.run();
                    }
                },
                _ -> {});
    }

    /// Oldest first.
    ObservableList<Unfinished> all() {
        return shown;
    }

    /// Removes what is half written and goes on with the files not finished, under fresh keys.
    void resume(Unfinished left, Consumer<Throwable> failed) {
        background.run(
                () -> queue.resume(left),
                batch -> {
                    all.remove(left);
                    jobs.show(batch, "");
                },
                failed);
    }

    /// Removes what is half written, and nothing else.
    void cleanUp(Unfinished left, Consumer<Integer> removed, Consumer<Throwable> failed) {
        background.run(
                left::cleanUp,
                parts -> {
                    all.remove(left);
                    removed.accept(parts.size());
                },
                failed);
    }
}
