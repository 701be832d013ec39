package app.keyhold.desktop.keys;

import app.keyhold.desktop.keys.api.ApiLine;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.operation.rotation.DisableKeyRotation;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.VBox;

/// Whether and how often the key rotates.
@SuppressWarnings("NullAway.Init")
final class KeyRotationController implements KeyTab {
    private static final Words WORDS = Words.of(KeyRotationController.class);
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
    private Slider slider;

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
        days.setValueFactory(new IntegerSpinnerValueFactory(SHORTEST, LONGEST, Rotation.DEFAULT_PERIOD, 5));
        slider.setMin(SHORTEST);
        slider.setMax(LONGEST);
        slider.setBlockIncrement(5);
        slider.valueProperty().subscribe(value -> days.getValueFactory().setValue((int) Math.round(value.doubleValue())));
        days.valueProperty().subscribe(value -> slider.setValue(value));
        ApiLine.on(apply, "EnableKeyRotation", () -> shown.map(key -> EnableKeyRotation.Request.of(key.id(), days.getValue())).stream().toList()); // not words
        ApiLine.on(stop, "DisableKeyRotation", () -> shown.map(key -> new DisableKeyRotation.Request(key.id())).stream().toList()); // not words
        ApiLine.on(rotate, "RotateKeyOnDemand", () -> shown.map(key -> new RotateKeyOnDemand.Request(key.id())).stream().toList()); // not words
    }

    static String title() {
        return WORDS.get("rotation.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView key) {
        shown = Optional.of(key);
        boolean on = key.key().rotation().isEnabled();
        state.setText(state(key));
        sentence.setText(sentence(key));
        days.getValueFactory().setValue(key.key().rotation().periodInDays());
        boolean fixed = !key.canRotateByDate() || !key.canChange() || !key.isEnabled();
        settings.setDisable(fixed);
        apply.setText(WORDS.get(on ? "rotation.change" : "rotation.turnOn"));
        stop.setDisable(!on);
        rotate.setDisable(!key.canRotateNow());
        left.setText(left(key));
        files.setText(key.filesOnOlderMaterial().orElse(""));
    }

    private static String state(KeyView key) {
        if (!key.canRotateByDate()) {
            return WORDS.get(key.canRotateAtAll() ? "rotation.byHand" : key.isReplica() ? "rotation.atPrimary" : "rotation.never");
        }
        return key.key().rotation().isEnabled()
                ? WORDS.get("rotation.on", KeyWords.period(key.key().rotation().periodInDays()))
                : WORDS.get("rotation.off");
    }

    private static String left(KeyView key) {
        if (!key.canRotateAtAll()) {
            return "";
        }
        return key.isImported() && !key.waitsForRotation()
                ? WORDS.get("rotation.importFirst")
                : WORDS.get("rotation.left", key.onDemandLeft(), Rotation.MAX_ON_DEMAND);
    }

    private static String sentence(KeyView key) {
        if (key.isReplica()) {
            return WORDS.get("rotation.replica");
        }
        if (!key.canRotateAtAll()) {
            return WORDS.get("rotation.oneMaterial");
        }
        if (key.isImported()) {
            return WORDS.get("rotation.imported");
        }
        return key.key().rotation().next()
                .map(next -> WORDS.get("rotation.next", key.moments().formats().date(next), key.moments().ahead(next)))
                .orElseGet(() -> WORDS.get("rotation.keeps"));
    }

    @FXML
    private void apply() {
        shown.ifPresent(key -> model.actUndoably(
                List.of(EnableKeyRotation.Request.of(key.id(), days.getValue())),
                List.of(asBefore(key)),
                WORDS.get("rotation.rotates", key.name(), KeyWords.period(days.getValue()))));
    }

    @FXML
    private void stop() {
        shown.ifPresent(key -> model.actUndoably(
                List.of(new DisableKeyRotation.Request(key.id())), List.of(asBefore(key)), WORDS.get("rotation.stopped", key.name())));
    }

    private static KmsRequest<?> asBefore(KeyView key) {
        return key.key().rotation().isEnabled()
                ? EnableKeyRotation.Request.of(key.id(), key.key().rotation().periodInDays())
                : new DisableKeyRotation.Request(key.id());
    }

    @FXML
    private void rotate() {
        shown.ifPresent(dialogs::rotate);
    }
}
