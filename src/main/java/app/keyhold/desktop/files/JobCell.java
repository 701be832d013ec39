package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.TextScale;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.files.BatchView;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A job in a row of 56 px: what, how far, how fast, and what can be done about it.
final class JobCell extends ListCell<JobRow> {
    private static final Words WORDS = Words.of(JobCell.class);
    private static final double NARROW = 620;
    private static final double WIDE = 1150;

    private final Formats formats;
    private final JobActions actions;
    private final FontIcon icon = Icons.of(Feather.UPLOAD);
    private final List<String> iconStyles = List.copyOf(icon.getStyleClass());
    private final Label name = Texts.of("", "medium");
    private final Tooltip path = new Tooltip();
    private final Label state = Texts.of("");
    private final Label detail = Texts.of("", "muted", "job-detail");
    private final ProgressBar bar = new ProgressBar();
    private final Button pause = Icons.button(Feather.PAUSE, WORDS.get("job.pause"), () -> {});
    private final Button cancel = Icons.button(Feather.X, WORDS.get("job.cancel"), () -> {});
    private final Button show = new Button(WORDS.get("job.show"));
    private final Button retry = new Button(WORDS.get("job.retry"));
    private final Button details = new Button(WORDS.get("job.details"));
    private final HBox buttons = new HBox(8);
    private final HBox row;
    private Subscription watching = Subscription.EMPTY;

    JobCell(Formats formats, JobActions actions) {
        this.formats = formats;
        this.actions = actions;
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(WORDS.get("job.progress"));
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(path);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        state.setMinWidth(USE_PREF_SIZE);
        detail.setWrapText(true);
        var line = new HBox(12, name, state);
        var middle = new VBox(line, bar);
        middle.getStyleClass().add("job-middle");
        middle.setAlignment(Pos.CENTER_LEFT);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("job-buttons");
        row = new HBox(12, icon, middle, buttons);
        TextScale.follow(this, width -> arrange(middle, width));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("job-row");
        getStyleClass().add("job-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    /// What came of it stands beside the name; below it where there is little room.
    private void arrange(VBox middle, double width) {
        boolean narrow = width > 0 && width < NARROW;
        middle.getChildren().remove(detail);
        row.getChildren().remove(detail);
        if (narrow) {
            middle.getChildren().add(detail);
        } else {
            row.getChildren().add(2, detail);
        }
        detail.setWrapText(!narrow);
        row.getStyleClass().removeAll("narrow", "wide");
        if (narrow || width > WIDE) {
            row.getStyleClass().add(narrow ? "narrow" : "wide");
        }
    }

    @Override
    protected void updateItem(JobRow item, boolean empty) {
        super.updateItem(item, empty);
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        if (empty || item == null) {
            setGraphic(null);
            setText(null);
            return;
        }
        pause.setOnAction(_ -> actions.pauseOrResume(item));
        cancel.setOnAction(_ -> actions.cancel(item));
        show.setOnAction(_ -> actions.show(item));
        retry.setOnAction(_ -> actions.retry(item));
        details.setOnAction(_ -> actions.details(item));
        watching = item.batchProperty()
                .subscribe((_, _) -> show(item))
                .and(item.jobProperty().subscribe((_, _) -> show(item)))
                .and(item.notesProperty().subscribe((_, _) -> show(item)));
        show(item);
        setGraphic(row);
    }

    private void show(JobRow item) {
        var words = JobWords.of(item, formats);
        BatchView batch = item.batchProperty().get();
        name.setText(item.name());
        path.setText(item.source().toString());
        state.setText(words.state());
        change(state.getStyleClass(), List.of("label", words.tone() == Tone.BAD ? "bad-text" : "muted"));
        detail.setText(words.detail());
        icon.setIconCode(glyph(words.tone(), item));
        change(icon.getStyleClass(), Stream.concat(iconStyles.stream(), Stream.of(words.tone().style())).toList());
        bar.setVisible(!item.isOver());
        bar.setManaged(!item.isOver());
        bar.setProgress(batch.state() == BatchView.State.SCANNING ? ProgressBar.INDETERMINATE_PROGRESS : JobWords.fraction(item));
        boolean paused = batch.state() == BatchView.State.PAUSED;
        ((FontIcon) pause.getGraphic()).setIconCode(paused ? Feather.PLAY : Feather.PAUSE);
        pause.setAccessibleText(WORDS.get(paused ? "job.resumeSpoken" : "job.pauseSpoken", item.name()));
        pause.getTooltip().setText(WORDS.get(paused ? "job.resume" : "job.pause"));
        cancel.setAccessibleText(WORDS.get("job.cancelSpoken", item.name()));
        show.setAccessibleText(WORDS.get("job.showSpoken", item.result().getFileName()));
        retry.setAccessibleText(WORDS.get("job.retrySpoken", item.name()));
        details.setAccessibleText(WORDS.get("job.detailsSpoken", item.name()));
        change(buttons.getChildren(), switch (batch.state()) {
            case SCANNING, RUNNING, PAUSED -> List.<Node>of(pause, cancel);
            case DONE -> item.isFolder() || item.notesProperty().get() > 0
                    ? List.<Node>of(details, show)
                    : List.<Node>of(show);
            case DONE_WITH_PROBLEMS -> List.<Node>of(details, retry);
            case CANCELLED -> item.isFolder() ? List.<Node>of(details) : List.<Node>of();
        });
        setAccessibleText(item.name() + ", " + words.state() + ", " + words.detail().replace('\n', ','));
    }

    /// News come several times a second, and a button that is put back has lost the keyboard and its style.
    private static <T> void change(ObservableList<T> shown, List<T> wanted) {
        if (!shown.equals(wanted)) {
            shown.setAll(wanted);
        }
    }

    private static Feather glyph(Tone tone, JobRow item) {
        return switch (tone) {
            case OK -> Feather.CHECK;
            case BAD -> Feather.SLASH;
            case INFO, WARN, OFF -> item.keyName().isEmpty() ? Feather.UNLOCK : Feather.LOCK;
        };
    }

    /// What the buttons do.
    interface JobActions {
        void pauseOrResume(JobRow row);

        void cancel(JobRow row);

        void show(JobRow row);

        void retry(JobRow row);

        void details(JobRow row);
    }
}
