package app.keyhold.desktop.files;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Formats;
import app.keyhold.files.Batch;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.BatchView;
import app.keyhold.files.Job;
import app.keyhold.files.JobQueue;
import app.keyhold.files.JobState;
import app.keyhold.files.JobView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is being worked on and what became of it, a row each, newest first. FX thread only.
final class JobsModel {
    /// Ten times a second is smooth, and leaves the FX thread to itself whatever the disks do.
    private static final long TELL_EVERY_MILLIS = 100;

    private final JobQueue queue;
    private final Background background;
    private final Formats formats;
    private final Executor screen;
    private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper somethingFinished = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper inBrief = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyBooleanWrapper allPaused = new ReadOnlyBooleanWrapper();
    private final List<Followed> followed = new ArrayList<>();
    private final Followed own;

    JobsModel(JobQueue queue, Background background, Formats formats) {
        this(
                queue,
                background,
                formats,
                CompletableFuture.delayedExecutor(TELL_EVERY_MILLIS, TimeUnit.MILLISECONDS, background::onScreen));
    }

    /// @param screen where changes arrive, and how late
    JobsModel(JobQueue queue, Background background, Formats formats, Executor screen) {
        this.queue = queue;
        this.background = background;
        this.formats = formats;
        this.screen = screen;
        own = listen(queue);
    }

    /// @param keyName what the row says it is encrypted with; empty where it isn't
    void submit(BatchOrder order, String keyName) {
        show(queue.submit(order), keyName);
    }

    /// Shows a batch of this model's own queue.
    void show(Batch batch, String keyName) {
        own.show(batch, keyName);
        summarize();
    }

    /// Goes on showing what another queue works on: one of before a lock.
    void follow(JobQueue other, List<Batch> batches) {
        var its = listen(other);
        batches.forEach(batch -> its.show(batch, ""));
        summarize();
    }

    private Followed listen(JobQueue to) {
        var its = new Followed(to);
        to.listen(its.feed);
        followed.add(its);
        return its;
    }

    /// Does what another queue left.
    void goOn(List<Batch> left) {
        left.forEach(batch -> show(queue.goOn(batch), ""));
    }

    private void summarize() {
        var totals = JobTotals.of(rows);
        summary.set(totals.summary(formats));
        somethingFinished.set(totals.over() > 0);
        inBrief.set(totals.inBrief());
        fraction.set(totals.fraction());
        allPaused.set(totals.running() > 0
                && rows.stream().filter(row -> !row.isOver()).allMatch(JobsModel::isPaused));
    }

    void pauseOrResume(JobRow row) {
        if (isPaused(row)) {
            apart(row.batch()::resume);
        } else {
            apart(row.batch()::pause);
        }
    }

    private static boolean isPaused(JobRow row) {
        return row.batchProperty().get().state() == BatchView.State.PAUSED;
    }

    void pauseOrResumeAll() {
        boolean resume = allPaused.get();
        rows.stream()
                .filter(row -> !row.isOver())
                .map(JobRow::batch)
                .forEach(batch -> apart(resume ? batch::resume : batch::pause));
    }

    void cancel(JobRow row) {
        apart(row.batch()::cancel);
    }

    void retry(JobRow row) {
        apart(row.batch()::retryFailed);
    }

    /// Thousands of files are told one by one: not on the FX thread.
    private void apart(Runnable action) {
        background.run(
                () -> {
                    action.run();
                    return action;
                },
                _ -> {},
                _ -> {});
    }

    /// Every file of a row, for the result.
    void files(JobRow row, Consumer<List<JobView>> then) {
        background.run(() -> row.batch().jobs().stream().map(Job::view).toList(), then, _ -> {});
    }

    private static boolean isNoted(JobView file) {
        return file.state() == JobState.DONE && !file.problems().isEmpty();
    }

    void clearFinished() {
        rows.removeIf(JobRow::isOver);
        summarize();
    }

    /// The screen is gone: what still works goes on unseen.
    void stop() {
        followed.forEach(Followed::stop);
    }

    ObservableList<JobRow> rows() {
        return rows;
    }

    /// `3 of 5 done · 1.2 of 1.9 GB · 1,840 MB/s`
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty somethingFinishedProperty() {
        return somethingFinished.getReadOnlyProperty();
    }

    /// `1 job · 61 %`; empty when nothing runs.
    ReadOnlyStringProperty inBriefProperty() {
        return inBrief.getReadOnlyProperty();
    }

    /// Whether everything that runs is paused.
    ReadOnlyBooleanProperty allPausedProperty() {
        return allPaused.getReadOnlyProperty();
    }

    /// Of what runs, 0 to 1; negative when nothing does.
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /// A queue and its rows; batch ids are only its own.
    private final class Followed {
        private final JobQueue of;
        private final Map<Long, JobRow> byBatch = new HashMap<>();
        private final JobFeed feed =
                new JobFeed(screen, this::batchChanged, this::jobChanged, JobsModel.this::summarize);

        Followed(JobQueue of) {
            this.of = of;
        }

        void stop() {
            of.forget(feed);
            feed.stop();
        }

        void show(Batch batch, String keyName) {
            var row = new JobRow(batch, keyName);
            byBatch.put(batch.id(), row);
            rows.addFirst(row);
            if (!row.isFolder()) {
                batch.jobs().forEach(job -> row.update(job.view()));
            }
        }

        private void batchChanged(BatchView view) {
            var row = byBatch.get(view.id());
            if (row != null) {
                boolean before = row.isOver();
                row.update(view);
                if (!before && row.isOver()) {
                    files(row, all -> row.noted(all.stream().filter(JobsModel::isNoted).count()));
                }
            }
        }

        private void jobChanged(JobView view) {
            var row = byBatch.get(view.batchId());
            if (row != null) {
                row.update(view);
            }
        }
    }
}
