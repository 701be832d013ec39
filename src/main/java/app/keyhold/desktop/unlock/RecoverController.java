package app.keyhold.desktop.unlock;

import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.SheetWords;
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
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The sheet's words, then the new passphrase twice. By hand, as everything near a passphrase.
public final class RecoverController {
    private static final Words WORDS = Words.of(RecoverController.class);
    private static final String FIRST_USER = "owner";

    private final RecoverModel model;
    private final TextField user = new TextField(FIRST_USER);
    private final SheetWords words = new SheetWords();
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
        first.setId("new-passphrase");
        again.setId("repeat-passphrase");
        recover.setId("recover-now");
        recover.setDefaultButton(true);
        recover.getStyleClass().addAll("accent", "main");
        recover.disableProperty().bind(ready.not().or(model.busyProperty()));
        recover.setOnAction(_ -> model.recover(user.getText().strip(), words.typed(), first.secret()));
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
                words,
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
        words.readProperty().subscribe(_ -> check());
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        words.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(() -> Platform.runLater(words::requestFocus));
            }
        });
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
        ready.set(words.readProperty().get().complete() && passphrase.isReady());
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
