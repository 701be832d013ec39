package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.CheckPolicy.Flaw;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Writing a policy: line numbers, the first error named where it stands, while one types.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class PolicyEditorController {
    private static final Words WORDS = Words.of(PolicyEditorController.class);
    private static final Duration AFTER_TYPING = Duration.millis(250);

    private final PolicyEditorModel model;
    private final DialogBox box;
    private final Button save;
    private final PauseTransition pause = new PauseTransition(AFTER_TYPING);

    @FXML
    private VBox nameBox;

    @FXML
    private TextField name;

    @FXML
    private HBox editor;

    @FXML
    private TextArea text;

    @FXML
    private Banner flaw;

    @FXML
    private Button goThere;

    @FXML
    private Banner problem;

    PolicyEditorController(PolicyEditorModel model, Overlay overlay, Runnable saved) {
        this.model = model;
        Parent form = Fxml.load(this);
        FieldLabels.connect(form);
        box = new DialogBox(model.draft().title(), form);
        box.setId("policy-editor");
        box.getStyleClass().add("policy-dialog");
        box.cancel(WORDS.get("editor.leave"), overlay::close);
        save = box.primary(WORDS.get("editor.save"), () -> model.save(() -> {
            overlay.close();
            saved.run();
        }));
        save.setId("save-policy");
        enable();
        model.check();
    }

    @FXML
    private void initialize() {
        var gutter = new LineGutter(text);
        editor.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        editor.getChildren().addFirst(gutter);
        nameBox.setVisible(model.draft().asksForName());
        nameBox.setManaged(model.draft().asksForName());
        name.textProperty().bindBidirectional(model.nameProperty());
        text.textProperty().bindBidirectional(model.textProperty());
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::tab);
        pause.setOnFinished(_ -> model.check());
        text.textProperty().subscribe((_, _) -> {
            enable();
            pause.playFromStart();
        });
        name.textProperty().subscribe((_, _) -> enable());
        model.savingProperty().subscribe(_ -> enable());
        model.flawProperty().subscribe(found -> {
            gutter.mark(found.map(one -> OptionalInt.of(one.line())).orElse(OptionalInt.empty()));
            show(found);
            enable();
        });
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    /// Tab leaves the text, as everywhere; with Ctrl it is written.
    private void tab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            text.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    private void show(Optional<Flaw> found) {
        goThere.setVisible(found.isPresent());
        goThere.setManaged(found.isPresent());
        found.ifPresentOrElse(
                one -> flaw.show(Tone.BAD, WORDS.get("editor.flaw", one.line(), one.column(), one.what())),
                () -> flaw.show(Tone.OK, WORDS.get("editor.fine")));
        text.setAccessibleHelp(flaw.message());
    }

    @FXML
    private void goThere() {
        model.flawProperty().get().ifPresent(found -> {
            int start = offset(text.getText(), found);
            int end = text.getText().indexOf('\n', start);
            text.requestFocus();
            text.selectRange(start, end < 0 ? text.getLength() : end);
        });
    }

    private static int offset(String text, Flaw flaw) {
        int start = 0;
        for (int line = 1; line < flaw.line() && start >= 0; line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return Math.clamp(start + flaw.column() - 1L, 0, text.length());
    }

    private void enable() {
        if (save != null) {
            boolean flawed = model.flawProperty().get().isPresent();
            save.setDisable(!model.isReady() || flawed || model.savingProperty().get());
        }
    }

    Node root() {
        return box;
    }
}
