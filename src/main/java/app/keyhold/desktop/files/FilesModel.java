package app.keyhold.desktop.files;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.files.Batch;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.BatchView;
import app.keyhold.files.Job;
import app.keyhold.files.JobQueue;
import app.keyhold.files.JobView;
import app.keyhold.files.Unfinished;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.QueryKeys;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What was handed over and what is being worked on.
final class FilesModel {
    private final Client client;
    private final JobQueue queue;
    private final Background background;
    private final Formats formats;
    private final DesktopPreferences preferences;
    private final SheetModel sheet;
    private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
    private final Map<Long, JobRow> rowsByBatch = new HashMap<>();
    private final Map<Long, Batch> batches = new HashMap<>();
    private final ReadOnlyObjectWrapper<Survey> survey = new ReadOnlyObjectWrapper<>(Survey.NOTHING);
    private final ReadOnlyObjectWrapper<Survey> hovering = new ReadOnlyObjectWrapper<>(Survey.NOTHING);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper somethingFinished = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper inBrief = new ReadOnlyStringWrapper("");
    private final ObservableList<Unfinished> unfinished = FXCollections.observableArrayList();
    private final ObservableList<Unfinished> shownUnfinished = FXCollections.unmodifiableObservableList(unfinished);
    private AtomicBoolean stopLooking = new AtomicBoolean();

    FilesModel(
            Client client, JobQueue queue, Background background, Formats formats, DesktopPreferences preferences) {
        this.client = client;
        this.queue = queue;
        this.background = background;
        this.formats = formats;
        this.preferences = preferences;
        this.sheet = new SheetModel(preferences);
        queue.listen(new JobFeed(background::onScreen, this::batchChanged, this::jobChanged));
    }

    /// @param screenSession what the query is audited under
    void loadKeys(String screenSession, Consumer<Throwable> failed) {
        background.run(
                () -> client.call(new QueryKeys.Request(screenSession)).keys().stream()
                        .filter(KeyFit::isUsable)
                        .map(KeyChoice::of)
                        .toList(),
                sheet::showKeys,
                failed);
    }

    /// Looks for what a killed process left.
    ///
    /// @param found told when there is something
    void lookForUnfinished(Runnable found) {
        background.run(
                queue::unfinished,
                left -> {
                    unfinished.setAll(left);
                    if (!left.isEmpty()) {
                        found.run();
                    }
                },
                _ -> {});
    }

    /// Removes what is half written and goes on with the files not finished, under fresh keys.
    void resume(Unfinished left, Consumer<Throwable> failed) {
        background.run(
                () -> queue.resume(left),
                batch -> {
                    unfinished.remove(left);
                    show(batch, "");
                },
                failed);
    }

    /// Puts files onto the newest material of their keys.
    void reencrypt(List<Path> files) {
        if (!files.isEmpty()) {
            submit(new BatchOrder.Reencrypt(files, List.of(), true, Optional.empty(), true), "");
        }
    }

    /// Removes what is half written, and nothing else.
    void cleanUp(Unfinished left, Consumer<Integer> removed, Consumer<Throwable> failed) {
        background.run(
                left::cleanUp,
                parts -> {
                    unfinished.remove(left);
                    removed.accept(parts.size());
                },
                failed);
    }

    /// What killed processes left, oldest first.
    ObservableList<Unfinished> unfinished() {
        return shownUnfinished;
    }

    /// Looks at what hovers over the window, for the words in the zone.
    void hover(List<Path> files) {
        look(files, hovering::set);
    }

    void hoverEnds() {
        stopLooking.set(true);
        hovering.set(Survey.NOTHING);
    }

    /// Takes what was dropped, pasted or chosen: onto the sheet, or straight to work where nothing is to be asked.
    ///
    /// @param part of it that is wanted
    /// @param nothing told when that part is empty
    void take(List<Path> files, UnaryOperator<Survey> part, Runnable nothing) {
        hovering.set(Survey.NOTHING);
        look(files, all -> {
            var found = part.apply(all);
            survey.set(found);
            if (found.isEmpty() && !found.counting()) {
                nothing.run();
            }
            if (preferences.dropWithoutAskingProperty().get() && !found.counting() && sheet.problem(found).isEmpty()) {
                start();
            }
        });
    }

    private void look(List<Path> files, Consumer<Survey> show) {
        stopLooking.set(true);
        var stop = new AtomicBoolean();
        stopLooking = stop;
        Consumer<Survey> current = found -> {
            if (!stop.get()) {
                show.accept(found);
            }
        };
        var surveyor = new Surveyor(stop::get, found -> background.onScreen(() -> current.accept(found)));
        background.run(() -> surveyor.look(files), current, _ -> current.accept(Survey.NOTHING));
    }

    void putAway() {
        stopLooking.set(true);
        survey.set(Survey.NOTHING);
    }

    /// Hands the orders to the queue; the sheet goes away.
    void start() {
        var settled = survey.get();
        if (settled.isEmpty() || sheet.problem(settled).isPresent()) {
            return;
        }
        String key = sheet.keyProperty().get().map(KeyChoice::name).orElse("");
        sheet.orders(settled).forEach(order -> submit(order, order instanceof BatchOrder.Encrypt ? key : ""));
        putAway();
    }

    private void submit(BatchOrder order, String keyName) {
        show(queue.submit(order), keyName);
    }

    private void show(Batch batch, String keyName) {
        var row = new JobRow(batch.view(), keyName);
        batches.put(batch.id(), batch);
        rowsByBatch.put(batch.id(), row);
        rows.addFirst(row);
        batchChanged(batch.view());
    }

    private void batchChanged(BatchView view) {
        var row = rowsByBatch.get(view.id());
        if (row != null) {
            row.update(view);
            summarize();
        }
    }

    private void jobChanged(JobView view) {
        var row = rowsByBatch.get(view.batchId());
        if (row != null) {
            row.update(view);
        }
    }

    private void summarize() {
        var totals = JobTotals.of(rows);
        summary.set(totals.summary(formats));
        somethingFinished.set(rows.stream().anyMatch(JobRow::isOver));
        inBrief.set(totals.inBrief());
    }

    void pauseOrResume(JobRow row) {
        Batch batch = batches.get(row.batchId());
        if (batch != null && row.batchProperty().get().state() == BatchView.State.PAUSED) {
            batch.resume();
        } else if (batch != null) {
            batch.pause();
        }
    }

    void pauseAll() {
        batches.values().forEach(Batch::pause);
    }

    void resumeAll() {
        batches.values().forEach(Batch::resume);
    }

    void cancel(JobRow row) {
        Batch batch = batches.get(row.batchId());
        if (batch != null) {
            background.run(
                    () -> {
                        batch.cancel();
                        return batch;
                    },
                    _ -> {},
                    _ -> {});
        }
    }

    void retry(JobRow row) {
        Batch batch = batches.get(row.batchId());
        if (batch != null) {
            batch.retryFailed();
        }
    }

    /// The files of a row that failed, for the details.
    List<JobView> failures(JobRow row) {
        Batch batch = batches.get(row.batchId());
        return batch == null
                ? List.of()
                : batch.jobs().stream()
                        .map(Job::view)
                        .filter(view -> view.failure().isPresent())
                        .toList();
    }

    void clearFinished() {
        rows.removeIf(JobRow::isOver);
        summarize();
    }

    SheetModel sheet() {
        return sheet;
    }

    ObservableList<JobRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Survey> surveyProperty() {
        return survey.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Survey> hoveringProperty() {
        return hovering.getReadOnlyProperty();
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
}
