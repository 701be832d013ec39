package app.keyhold.desktop.due;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Facts;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.CaughtUp;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The lines above every screen that tell what the schedule did or waits for; no room is taken while there is nothing.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class DueController {
    private static final Words WORDS = Words.of(DueController.class);

    private final DueModel model;
    private final Overlay overlay;
    private final Formats formats;
    private final Parent root;

    @FXML
    private VBox notes;

    @FXML
    private Banner problem;

    public DueController(DueModel model, Overlay overlay, Formats formats) {
        this.model = model;
        this.overlay = overlay;
        this.formats = formats;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        model.notes().addListener((ListChangeListener<DueNote>) _ -> show());
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        problem.visibleProperty().subscribe(this::show);
        show();
    }

    private void show() {
        notes.getChildren().setAll(model.notes().stream().map(this::line).toList());
        boolean something = !model.notes().isEmpty() || problem.isVisible();
        notes.getParent().setVisible(something);
        notes.getParent().setManaged(something);
    }

    private Node line(DueNote note) {
        var words = new VBox(Texts.wrapped(note.text(), "medium"));
        if (!note.detail().isEmpty()) {
            words.getChildren().add(Texts.wrapped(note.detail(), "muted"));
        }
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var line = new HBox(Icons.of(note.tone().glyph(), note.tone().style()), words);
        line.getStyleClass().addAll("banner", "due-note", note.tone().style());
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(WORDS.get("spoken", note.text(), note.detail()));
        switch (note.kind()) {
            case UNCONFIRMED -> line.getChildren().add(button(WORDS.get("date.confirm"), "confirm-date", this::askForDate));
            case ROTATED, DELETED, ANNOUNCED, FAILED -> {
                var close = Icons.button(Feather.X, WORDS.get("dismiss", note.text()), () -> model.dismiss(note));
                close.getStyleClass().addAll("flat", "small");
                line.getChildren().add(close);
            }
        }
        return line;
    }

    private static Button button(String verb, String id, Runnable action) {
        var button = new Button(verb);
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Both dates stand there, because only a person can know which one is right.
    private void askForDate() {
        model.doubtProperty().get().ifPresent(this::askForDate);
    }

    private void askForDate(CaughtUp.Doubt doubt) {
        String today = formats.date(doubt.now());
        var dates = new Facts();
        dates.add(WORDS.get(doubt.ahead() ? "date.lastUsed" : "date.seen"), formats.dateTime(doubt.seen()))
                .add(WORDS.get("date.computer"), formats.dateTime(doubt.now()));
        var box = new DialogBox(
                WORDS.get("date.title", today),
                Texts.wrapped(WORDS.get(doubt.ahead() ? "date.forward" : "date.back")),
                dates,
                Texts.wrapped(WORDS.get("date.warning"), "muted"));
        box.cancel(WORDS.get("date.notNow"), overlay::close);
        var confirm = box.primary(WORDS.get("date.right", today), () -> {
            overlay.close();
            model.confirmDate();
        });
        confirm.setId("date-is-right");
        // What follows can't be taken back, so Enter alone does not do it.
        confirm.setDefaultButton(false);
        confirm.getStyleClass().add("danger");
        overlay.show(box);
    }

    public Parent root() {
        return root;
    }
}
