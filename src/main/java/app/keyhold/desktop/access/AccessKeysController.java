package app.keyhold.desktop.access;

import app.keyhold.desktop.access.AccessKeysModel.Shown;
import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.frame.SecretClipboard;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.QueryAccessKeys.Entry;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The access keys of who is chosen, a part of the pane beside the list.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class AccessKeysController {
    private static final Words WORDS = Words.of(AccessKeysController.class);

    private final AccessKeysModel model;
    private final Overlay overlay;
    private final SecretClipboard secrets;
    private final Formats formats;
    private final Parent root;

    @FXML
    private Banner problem;

    @FXML
    private Button create;

    @FXML
    private Label reason;

    @FXML
    private VBox keys;

    AccessKeysController(AccessKeysModel model, Overlay overlay, SecretClipboard secrets, Formats formats) {
        this.model = model;
        this.overlay = overlay;
        this.secrets = secrets;
        this.formats = formats;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        model.shownProperty().subscribe(this::show);
    }

    private void show(Shown shown) {
        create.setDisable(!shown.canCreate());
        create.setAccessibleText(WORDS.get("keys.createFor", shown.user()));
        String why = why(shown);
        reason.setText(why);
        reason.setVisible(!why.isEmpty());
        reason.setManaged(!why.isEmpty());
        keys.getChildren().setAll(shown.keys().stream().map(this::row).toList());
        if (shown.keys().isEmpty() && shown.most() > 0 && !shown.isOwner()) {
            keys.getChildren().add(Texts.of(WORDS.get("keys.none"), "muted"));
        }
    }

    private static String why(Shown shown) {
        if (shown.isOwner()) {
            return WORDS.get("keys.notForOwner");
        }
        return shown.isFull() ? WORDS.get("keys.full", shown.most()) : "";
    }

    private Node row(Entry key) {
        String state = WORDS.get(key.active() ? "keys.active" : "keys.inactive");
        var badge = StateBadge.dot(key.active() ? Tone.OK : Tone.OFF, state);
        badge.setMinWidth(HBox.USE_PREF_SIZE);
        var first = new HBox(new CopyText(WORDS.get("keys.id"), key.id()), new Spring(), badge);
        first.getStyleClass().add("holder-row");
        var facts = Texts.wrapped(facts(key), "caption");
        var turn = key.active()
                ? button(Feather.PAUSE, WORDS.get("keys.deactivate", key.id()), () -> model.setActive(key, false))
                : button(Feather.PLAY, WORDS.get("keys.activate", key.id()), () -> model.setActive(key, true));
        turn.getStyleClass().add("turn-access-key");
        var delete = button(Feather.TRASH_2, WORDS.get("keys.delete", key.id()), () -> overlay.show(deletion(key)));
        delete.getStyleClass().add("delete-access-key");
        var second = new HBox(facts, new Spring(), turn, delete);
        second.getStyleClass().add("holder-row");
        var row = new VBox(first, second);
        row.setAccessibleText(WORDS.get("keys.sentence", key.id(), state, facts(key)));
        return row;
    }

    private String facts(Entry key) {
        String created = formats.date(key.created());
        return key.lastUsed()
                .map(use -> WORDS.get("keys.used", created, formats.relative(use.date()), use.serviceName()))
                .orElseGet(() -> WORDS.get("keys.neverUsed", created));
    }

    private static Button button(Feather icon, String spoken, Runnable action) {
        var button = Icons.button(icon, spoken, action);
        button.getStyleClass().addAll("flat", "small");
        return button;
    }

    private Node deletion(Entry key) {
        var box = new DialogBox(
                WORDS.get("keys.delete", key.id()), Texts.wrapped(WORDS.get("keys.deletion", model.shownProperty().get().user())));
        box.cancel(WORDS.get("keys.keep"), overlay::close);
        box.primary(WORDS.get("keys.deleteForGood"), () -> {
                    overlay.close();
                    model.delete(key);
                }, "danger")
                .setId("delete-access-key-for-good");
        return box;
    }

    @FXML
    private void create() {
        model.create(made -> overlay.showUntilAnswered(new NewAccessKeyController(made, overlay, secrets).root()));
    }

    Parent root() {
        return root;
    }
}
