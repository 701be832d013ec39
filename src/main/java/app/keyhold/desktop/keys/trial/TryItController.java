package app.keyhold.desktop.keys.trial;

import app.keyhold.desktop.frame.SecretClipboard;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyTab;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.keys.api.CallText;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.ChoiceChip;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Tries the key on a text of up to 4 KiB.
@SuppressWarnings("NullAway.Init")
public final class TryItController implements KeyTab {
    private static final Words WORDS = Words.of(TryItController.class);
    private static final Set<Trial> SECRET = Set.of(Trial.DECRYPT, Trial.GENERATE_DATA_KEY);

    private final KeyModel door;
    private final SecretClipboard secrets;
    private final Parent root;
    private Optional<TryItModel> model = Optional.empty();

    @FXML
    private HBox trials;

    @FXML
    private VBox algorithmBox;

    @FXML
    private ComboBox<String> algorithm;

    @FXML
    private VBox inputBox;

    @FXML
    private Label inputLabel;

    @FXML
    private TextArea input;

    @FXML
    private VBox proofBox;

    @FXML
    private Label proofLabel;

    @FXML
    private TextArea proof;

    @FXML
    private VBox contextBox;

    @FXML
    private TextArea context;

    @FXML
    private Button run;

    @FXML
    private Banner problem;

    @FXML
    private Label outputLabel;

    @FXML
    private TextArea output;

    @FXML
    private CheckBox hex;

    @FXML
    private VBox nothing;

    @FXML
    private VBox form;

    /// @param secrets where what was decrypted is copied to
    public TryItController(KeyModel door, SecretClipboard secrets) {
        this.door = door;
        this.secrets = secrets;
        this.root = Fxml.load(this);
        FieldLabels.connect(root);
    }

    public static String title() {
        return WORDS.get("trial.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView key) {
        boolean usable = key.isEnabled() && !key.isServiceManaged() && !Trial.of(key.metadata()).isEmpty();
        form.setDisable(!usable);
        nothing.setVisible(!usable);
        nothing.setManaged(!usable);
        if (model.filter(trying -> trying.key().keyId().equals(key.id())).isEmpty()) {
            use(new TryItModel(door, key.metadata()));
        }
    }

    private void use(TryItModel trying) {
        model.ifPresent(before -> {
            input.textProperty().unbindBidirectional(before.inputProperty());
            proof.textProperty().unbindBidirectional(before.proofProperty());
            context.textProperty().unbindBidirectional(before.contextProperty());
            hex.selectedProperty().unbindBidirectional(before.hexProperty());
            algorithm.valueProperty().unbindBidirectional(before.algorithmProperty());
        });
        model = Optional.of(trying);
        ToggleGroup group = new ToggleGroup();
        trials.getChildren().setAll(Trial.of(trying.key()).stream().map(trial -> chip(trial, trying, group)).toList());
        input.textProperty().bindBidirectional(trying.inputProperty());
        proof.textProperty().bindBidirectional(trying.proofProperty());
        context.textProperty().bindBidirectional(trying.contextProperty());
        hex.selectedProperty().bindBidirectional(trying.hexProperty());
        algorithm.valueProperty().bindBidirectional(trying.algorithmProperty());
        output.textProperty().bind(trying.outputProperty());
        trying.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        trying.trialProperty().subscribe(trial -> arrange(trial, trying));
    }

    private static ToggleButton chip(Trial trial, TryItModel trying, ToggleGroup group) {
        var chip = new ChoiceChip("try-" + trial.name().toLowerCase(Locale.ROOT), WORDS.get(trial), group, () -> trying.trialProperty().set(trial));
        chip.setSelected(trying.trialProperty().get() == trial);
        return chip;
    }

    private void arrange(Trial trial, TryItModel trying) {
        String chosen = trying.algorithmProperty().get();
        algorithm.setItems(FXCollections.observableArrayList(trial.algorithms(trying.key())));
        trying.algorithmProperty().set(chosen);
        show(algorithmBox, trial.algorithms(trying.key()).size() > 1);
        show(inputBox, trial.takesInput());
        inputLabel.setText(TrialWords.input(trial));
        show(proofBox, trial.takesProof());
        proofLabel.setText(TrialWords.proof(trial));
        show(contextBox, trial.takesContext(trying.key()));
        outputLabel.setText(TrialWords.output(trial));
        run.setText(WORDS.get(trial));
    }

    private static void show(Node part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }

    @FXML
    private void run() {
        model.ifPresent(TryItModel::run);
    }

    @FXML
    private void copyCli() {
        copy(CallText.CLI);
    }

    @FXML
    private void copyJava() {
        copy(CallText.JAVA);
    }

    @FXML
    private void copyPython() {
        copy(CallText.PYTHON);
    }

    private void copy(CallText form) {
        model.flatMap(trying -> trying.call(form)).ifPresentOrElse(CopyText::copy, () -> problem.show(Tone.BAD, WORDS.get("trial.cantCopy")));
    }

    @FXML
    private void copy() {
        boolean secret = model.filter(trying -> SECRET.contains(trying.trialProperty().get())).isPresent();
        if (secret) {
            secrets.copy(outputLabel.getText(), output.getText());
        } else {
            CopyText.copy(output.getText());
        }
    }
}
