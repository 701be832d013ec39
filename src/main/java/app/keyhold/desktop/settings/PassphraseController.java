package app.keyhold.desktop.settings;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.NewPassphrase;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.desktop.part.StrengthBar;
import app.keyhold.desktop.part.Words;
import java.io.File;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The dialog that asks for the passphrase of now and, where it is to change, for the next one.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class PassphraseController {
    private static final Words WORDS = Words.of(PassphraseController.class);

    private final UnlockSettingsModel model;
    private final Overlay overlay;
    private final boolean changes;
    private final DialogBox box;
    private final Button verb;
    private NewPassphrase passphrase;

    @FXML
    private Label what;

    @FXML
    private SecretField current;

    @FXML
    private TextField keyFile;

    @FXML
    private VBox next;

    @FXML
    private SecretField first;

    @FXML
    private StrengthBar bar;

    @FXML
    private Label verdict;

    @FXML
    private SecretField again;

    @FXML
    private Label match;

    @FXML
    private TextField newKeyFile;

    @FXML
    private Banner problem;

    /// @param changes whether there is a new one; else only its cost is measured anew
    PassphraseController(UnlockSettingsModel model, Overlay overlay, boolean changes) {
        this.model = model;
        this.overlay = overlay;
        this.changes = changes;
        model.begin();
        Parent form = Fxml.load(this);
        FieldLabels.connect(form);
        box = new DialogBox(WORDS.get(changes ? "passphrase.title" : "recalibrate.title"), form);
        box.setId("passphrase-dialog");
        box.cancel(WORDS.get("passphrase.cancel"), this::leave);
        verb = box.primary(WORDS.get(changes ? "passphrase.verb" : "recalibrate.verb"), this::act);
        verb.setId("passphrase-for-good");
        check();
    }

    @FXML
    private void initialize() {
        what.setText(WORDS.get(changes ? "passphrase.what" : "recalibrate.what"));
        next.setVisible(changes);
        next.setManaged(changes);
        current.textProperty().subscribe((_, _) -> check());
        passphrase = new NewPassphrase(first, again, model::measure, model.strengthProperty(), this::check);
        model.workingProperty().subscribe(_ -> check());
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    private void check() {
        bar.show(model.strengthProperty().get());
        verdict.setText(passphrase.verdict());
        match.setText(passphrase.match());
        boolean chosen = !changes || passphrase.isReady();
        if (verb != null) {
            verb.setDisable(current.secretLength() == 0 || !chosen || model.workingProperty().get());
        }
    }

    @FXML
    private void browse() {
        choose(keyFile);
    }

    @FXML
    private void browseNew() {
        choose(newKeyFile);
    }

    private void choose(TextField field) {
        var chooser = new FileChooser();
        chooser.setTitle(WORDS.get("passphrase.chooseKeyFile"));
        File chosen = chooser.showOpenDialog(box.getScene().getWindow());
        if (chosen != null) {
            field.setText(chosen.getAbsolutePath());
        }
    }

    private void act() {
        if (changes) {
            model.changePassphrase(current.secret(), path(keyFile), first.secret(), path(newKeyFile), this::leave);
        } else {
            model.recalibrate(current.secret(), path(keyFile), this::leave);
        }
    }

    private static Optional<String> path(TextField field) {
        return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
    }

    private void leave() {
        current.wipe();
        first.wipe();
        again.wipe();
        overlay.close();
    }

    Node root() {
        return box;
    }
}
