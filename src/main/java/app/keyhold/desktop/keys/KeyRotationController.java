package app.keyhold.desktop.keys;

import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.kms.operation.rotation.DisableKeyRotation;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.VBox;

/// Whether and how often the key rotates.
@SuppressWarnings("NullAway.Init")
final class KeyRotationController implements KeyTab {
    private static final int SHORTEST = 90;
    private static final int LONGEST = 2560;

    private final KeyModel model;
    private final KeyDialogs dialogs;
    private final Parent root;
    private Optional<KeyView> shown = Optional.empty();

    @FXML
    private VBox settings;

    @FXML
    private Label state;

    @FXML
    private Label sentence;

    @FXML
    private Spinner<Integer> days;

    @FXML
    private Button apply;

    @FXML
    private Button stop;

    @FXML
    private Button rotate;

    @FXML
    private Label left;

    @FXML
    private Label files;

    KeyRotationController(KeyModel model, KeyDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        this.root = Fxml.load(this);
        FieldLabels.connect(root);
    }

    @FXML
    private void initialize() {
        files.managedProperty().bind(files.textProperty().isNotEmpty());
        days.setValueFactory(new IntegerSpinnerValueFactory(SHORTEST, LONGEST, 365, 5));
    }

    @Override
    public String title() {
        return "Rotation";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView key) {
        shown = Optional.of(key);
        boolean on = key.key().rotation().isEnabled();
        state.setText(!key.canRotateAtAll() ? "Does not rotate" : on ? "Rotates " + KeyWords.period(key.key().rotation().periodInDays()) : "Automatic rotation is off");
        sentence.setText(sentence(key));
        days.getValueFactory().setValue(key.key().rotation().periodInDays());
        boolean fixed = !key.canRotateAtAll() || !key.canChange() || !key.isEnabled();
        settings.setDisable(fixed);
        apply.setText(on ? "Change the period" : "Turn rotation on");
        stop.setDisable(!on);
        rotate.setDisable(!key.canRotateNow());
        left.setText(key.canRotateAtAll() ? key.onDemandLeft() + " of 25 rotations on demand are left." : "");
        files.setText(key.filesOnOlderMaterial().orElse(""));
    }

    private static String sentence(KeyView key) {
        if (!key.canRotateAtAll()) {
            return "Keys of this kind have one material for life. Make a new key and move the name to it.";
        }
        return key.key().rotation().next()
                .map(next -> "Next: " + key.moments().formats().date(next) + ", " + key.moments().ahead(next)
                        + ". Everything encrypted before still opens.")
                .orElse("It keeps its material until you rotate it.");
    }

    @FXML
    private void apply() {
        shown.ifPresent(key -> model.act(
                EnableKeyRotation.Request.of(key.id(), days.getValue()), key.name() + " rotates " + KeyWords.period(days.getValue())));
    }

    @FXML
    private void stop() {
        shown.ifPresent(key -> model.act(new DisableKeyRotation.Request(key.id()), key.name() + " no longer rotates by itself"));
    }

    @FXML
    private void rotate() {
        shown.ifPresent(dialogs::rotate);
    }
}
