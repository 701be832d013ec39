package app.keyhold.desktop.files;

import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Words;
import app.keyhold.endpoint.AwsJson;
import app.keyhold.files.JobView;
import app.keyhold.files.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.kordamp.ikonli.feather.Feather;

/// Binds the jobs drawer to [JobsModel].
final class JobsController implements JobCell.JobActions {
    private static final Words WORDS = Words.of(JobsController.class);
    private final ScreenContext context;
    private final JobsModel model;
    private final Consumer<Path> reveal;
    private final Node root;

    @FXML private Label summary;
    @FXML private Button clear;
    @FXML private Button pauseAll;
    @FXML private ListView<JobRow> jobs;

    /// @param reveal shows a file in the system's file manager
    @SuppressWarnings("NullAway.Init") // the loader fills the fields
    JobsController(ScreenContext context, JobsModel model, Consumer<Path> reveal) {
        this.context = context;
        this.model = model;
        this.reveal = reveal;
        root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        summary.textProperty().bind(model.summaryProperty());
        jobs.setItems(model.rows());
        jobs.setCellFactory(_ -> new JobCell(context.formats(), this));
        jobs.setPlaceholder(new StateView(
                Feather.FILE,
                WORDS.get("jobs.none"),
                WORDS.get("jobs.noneWhat")));
        clear.disableProperty().bind(model.somethingFinishedProperty().not());
        clear.setOnAction(_ -> model.clearFinished());
        pauseAll.disableProperty().bind(model.inBriefProperty().isEmpty());
        pauseAll.textProperty().bind(model.allPausedProperty().map(paused -> WORDS.get(paused ? "jobs.resumeAll" : "jobs.pauseAll")));
        pauseAll.setOnAction(_ -> model.pauseOrResumeAll());
        context.status().jobsProperty().bind(model.inBriefProperty());
        context.status().progressProperty().bind(model.fractionProperty());
    }

    Node root() {
        return root;
    }

    @Override
    public void pauseOrResume(JobRow row) {
        model.pauseOrResume(row);
    }

    @Override
    public void cancel(JobRow row) {
        model.cancel(row);
    }

    @Override
    public void show(JobRow row) {
        reveal.accept(row.result());
    }

    @Override
    public void retry(JobRow row) {
        model.retry(row);
    }

    @Override
    public void details(JobRow row) {
        model.files(row, files -> context.overlay().show(result(row, files)));
    }

    private Node result(JobRow row, List<JobView> files) {
        var words = new FailureWords(context.formats());
        var order = row.batchProperty().get().order();
        var lines = files.stream().map(file -> ResultLine.of(file, order, words)).toList();
        return ResultDialog.of(row.name(), lines, context.formats(), new ResultDialog.Actions() {
            @Override
            public String report() {
                return new String(new AwsJson().encodeIndented(Report.of(row.batch())), StandardCharsets.UTF_8);
            }

            @Override
            public void show(Path place) {
                reveal.accept(place);
            }

            @Override
            public void retry() {
                close();
                model.retry(row);
            }

            @Override
            public void close() {
                context.overlay().close();
            }
        });
    }
}
