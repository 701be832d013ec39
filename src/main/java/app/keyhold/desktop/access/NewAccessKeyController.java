package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.frame.SecretClipboard;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.io.File;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.stage.FileChooser;

/// An access key with its secret, this once: the dialog lets go of it when the person has it elsewhere.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class NewAccessKeyController {
    private static final Words WORDS = Words.of(NewAccessKeyController.class);

    private final NewAccessKeyModel model;
    private final Overlay overlay;
    private final SecretClipboard secrets;
    private final DialogBox box;

    @FXML
    private Banner once;

    @FXML
    private Label id;

    @FXML
    private Label secret;

    @FXML
    private Banner outcome;

    @FXML
    private Banner problem;

    @FXML
    private CheckBox kept;

    NewAccessKeyController(NewAccessKeyModel model, Overlay overlay, SecretClipboard secrets) {
        this.model = model;
        this.overlay = overlay;
        this.secrets = secrets;
        Parent form = Fxml.load(this);
        box = new DialogBox(WORDS.get("newKey.title", model.user()), form);
        box.setId("new-access-key");
        var save = box.cancel(WORDS.get("newKey.save"), this::save);
        save.setCancelButton(false);
        save.setId("save-access-key");
        var done = box.primary(WORDS.get("newKey.done"), overlay::close);
        done.setId("access-key-done");
        done.disableProperty().bind(model.keptProperty().not());
        // Also when the vault locks under it; but not where the whole window only moves from one scene to another.
        box.sceneProperty().subscribe((_, now) -> {
            if (now == null) {
                Platform.runLater(this::forgetIfGone);
            }
        });
    }

    @FXML
    private void initialize() {
        once.show(Tone.WARN, WORDS.get("newKey.once"));
        id.setText(model.id());
        secret.setText(model.secret());
        kept.selectedProperty().bindBidirectional(model.keptProperty());
        model.savedProperty().subscribe(saved ->
                saved.ifPresentOrElse(file -> outcome.show(Tone.OK, WORDS.get("newKey.saved", file)), outcome::hide));
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    @FXML
    private void copyId() {
        CopyText.copy(model.id());
    }

    @FXML
    private void copySecret() {
        secrets.copy(WORDS.get("newKey.secret"), model.secret());
    }

    private void save() {
        var chooser = new FileChooser();
        chooser.setTitle(WORDS.get("newKey.saveTitle"));
        chooser.setInitialFileName(model.suggestedFile());
        File chosen = chooser.showSaveDialog(box.getScene().getWindow());
        if (chosen != null) {
            model.save(chosen.toPath());
        }
    }

    private void forgetIfGone() {
        if (box.getScene() == null) {
            secret.setText("");
            model.close();
        }
    }

    Node root() {
        return box;
    }
}
