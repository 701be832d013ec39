package app.keyhold.desktop.unlock;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.GatePage;
import app.keyhold.desktop.part.NewPassphrase;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Strength;
import app.keyhold.desktop.part.StrengthBar;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The sheet's words in plain, because nobody types 24 words unseen, then the new passphrase twice. By hand, as everything
/// near a passphrase.
public final class RecoverController {
    private static final Words WORDS = Words.of(RecoverController.class);
    private static final String FIRST_USER = "owner";

    private final RecoverModel model;
    private final TextField user = new TextField(FIRST_USER);
    private final TextArea words = new TextArea();
    private final Label hint = Texts.wrapped("");
    private final SecretField first = new SecretField();
    private final SecretField again = new SecretField();
    private final StrengthBar bar = new StrengthBar();
    private final Label verdict = Texts.wrapped("", "muted");
    private final Button recover = new Button(WORDS.get("recover.do"));
    private final Banner problem = new Banner();
    private final SimpleBooleanProperty ready = new SimpleBooleanProperty();
    private final NewPassphrase passphrase;
    private final GatePage root;

    /// @param back to the page of the locked vault
    public RecoverController(RecoverModel model, Runnable back) {
        this.model = model;
        passphrase = new NewPassphrase(first, again, model::measure, model.strengthProperty(), this::check);
        user.setId("recover-user");
        words.setId("recovery-words");
        words.setWrapText(true);
        words.setPrefRowCount(4);
        words.getStyleClass().add("mono");
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveByTab);
        hint.setId("recovery-hint");
        first.setId("new-passphrase");
        again.setId("repeat-passphrase");
        recover.setId("recover-now");
        recover.setDefaultButton(true);
        recover.getStyleClass().addAll("accent", "main");
        recover.disableProperty().bind(ready.not().or(model.busyProperty()));
        recover.setOnAction(_ -> model.recover(user.getText().strip(), typed(), first.secret()));
        problem.setId("recover-problem");
        var leave = new Button(WORDS.get("back"));
        leave.setCancelButton(true);
        leave.setOnAction(_ -> back.run());
        var ring = new ProgressIndicator();
        ring.getStyleClass().add("ring");
        ring.visibleProperty().bind(model.busyProperty());
        var card = new Card(
                Texts.of(WORDS.get("recover.title", Frame.vaultName(model.folder())), "h1"),
                Texts.wrapped(WORDS.get("recover.intro"), "muted"),
                field(WORDS.get("field.user"), user),
                field(WORDS.get("field.words"), words, hint),
                field(WORDS.get("field.newPassphrase"), first, bar, verdict),
                field(WORDS.get("field.repeat"), again),
                problem,
                new HBox(8, leave, new Spring(), ring, recover));
        card.getStyleClass().addAll("restore-card", "groups");
        card.setMaxWidth(Card.USE_PREF_SIZE);
        root = new GatePage(card);
        follow();
    }

    private void follow() {
        words.textProperty().subscribe(text -> {
            model.read(typed(), (int) Arrays.stream(text.split("[^\\p{L}]+")).filter(word -> !word.isEmpty()).count());
            check();
        });
        model.hintProperty().subscribe(found -> {
            hint.setText(found.text());
            hint.getStyleClass().setAll("label", "caption", found.tone().style() + "-text");
            check();
        });
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        words.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(() -> Platform.runLater(words::requestFocus));
            }
        });
    }

    /// Tab leads on: words are separated by blanks.
    private void leaveByTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
            first.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB) {
            user.requestFocus();
            event.consume();
        }
    }

    private SecretBytes typed() {
        return SecretBytes.takeOver(words.getText().getBytes(StandardCharsets.UTF_8));
    }

    private void show(Strength strength) {
        bar.show(strength);
        verdict.setText(
                strength.word().isEmpty() || strength.isEnough()
                        ? strength.word()
                        : WORDS.get("notEnough", strength.word(), strength.advice()));
    }

    private void check() {
        show(model.strengthProperty().get());
        ready.set(model.hintProperty().get().complete() && passphrase.isReady());
    }

    private static VBox field(String text, Node labelled, Node... below) {
        var field = new VBox(4, FieldLabels.above(text, labelled), labelled);
        field.getChildren().addAll(below);
        return field;
    }

    public Node root() {
        return root;
    }

    public void dispose() {
        model.dispose();
        words.clear();
        first.wipe();
        again.wipe();
    }
}
