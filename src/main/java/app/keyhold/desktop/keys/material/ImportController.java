package app.keyhold.desktop.keys.material;

import app.keyhold.crypto.WrappingAlgorithm;
import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.keys.api.ApiLine;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Pages;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.WrappingKeySpec;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/// Brings material into a key, step by step; Enter goes on.
@SuppressWarnings("NullAway.Init")
public final class ImportController {
    private static final Words WORDS = Words.of(ImportController.class);

    private final ImportModel model;
    private final Runnable close;
    private final Parent root;

    @FXML
    private Label heading;

    @FXML
    private HBox steps;

    @FXML
    private Pages pages;

    @FXML
    private RadioButton here;

    @FXML
    private RadioButton elsewhere;

    @FXML
    private Label materialKind;

    @FXML
    private Label materialState;

    @FXML
    private VBox hexBox;

    @FXML
    private SecretField hex;

    @FXML
    private ComboBox<WrappingAlgorithm> algorithm;

    @FXML
    private ComboBox<WrappingKeySpec> wrappingSpec;

    @FXML
    private Label valid;

    @FXML
    private Label saved;

    @FXML
    private TextArea commands;

    @FXML
    private Label wrappedState;

    @FXML
    private Label tokenState;

    @FXML
    private Label done;

    @FXML
    private Banner problem;

    @FXML
    private StackPane api;

    @FXML
    private Button back;

    @FXML
    private Button cancel;

    @FXML
    private Button next;

    /// Shows the steps, if it is a key that material can be brought into.
    public static void open(KeyView key, KeyModel door, Overlay overlay) {
        if (key.isImported()) {
            overlay.show(new ImportController(new ImportModel(door, key), overlay::close).root);
        }
    }

    private ImportController(ImportModel model, Runnable close) {
        this.model = model;
        this.close = close;
        this.root = Fxml.load(this);
        FieldLabels.connect(root);
    }

    @FXML
    private void initialize() {
        String name = model.key().name();
        heading.setText(WORDS.get("import.heading", name));
        ToggleGroup ways = new ToggleGroup();
        here.setToggleGroup(ways);
        elsewhere.setToggleGroup(ways);
        here.selectedProperty().bindBidirectional(model.hereProperty());
        elsewhere.setSelected(!model.hereProperty().get());
        List.of(here, elsewhere).forEach(this::goOnByEnter);
        boolean raw = model.spec().isSymmetric();
        materialKind.setText(raw ? WORDS.get("material.raw", model.spec().bits() / 8) : WORDS.get("material.pair", KeyWords.spec(model.spec())));
        hexBox.setVisible(raw);
        hexBox.setManaged(raw);
        hex.textProperty().subscribe(this::hexTyped);
        model.material().heldProperty().subscribe(found -> materialState.setText(found.isPresent() ? WORDS.get("material.read") : ""));
        algorithm.setItems(FXCollections.observableArrayList(WrappedParcel.algorithms()));
        algorithm.valueProperty().bindBidirectional(model.parcel().algorithmProperty());
        wrappingSpec.setItems(FXCollections.observableArrayList(WrappedParcel.wrappingSpecs()));
        wrappingSpec.valueProperty().bindBidirectional(model.parcel().wrappingSpecProperty());
        model.parcel().wrappedProperty().subscribe(found -> wrappedState.setText(found.map(blob -> WORDS.get("wrapped.bytes", blob.size())).orElse("")));
        model.parcel().tokenProperty().subscribe(found -> tokenState.setText(found.isPresent() ? WORDS.get("wrapped.tokenThere") : ""));
        new TermsPage(model).fill(pages.getChildren().get(ImportStep.TERMS.ordinal()));
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        model.stepProperty().subscribe(this::arrange);
        model.hereProperty().subscribe(this::arrange);
        model.busyProperty().subscribe(this::arrangeButtons);
        model.material().heldProperty().subscribe(this::arrangeButtons);
        model.parcel().wrappedProperty().subscribe(this::arrangeButtons);
        model.parcel().tokenProperty().subscribe(this::arrangeButtons);
        arrange();
    }

    /// A focused button would take Enter for itself.
    private void goOnByEnter(RadioButton way) {
        way.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                pressed.consume();
                next();
            }
        });
    }

    private void hexTyped() {
        if (hex.secretLength() > 0) {
            model.takeHex(hex.secret());
        }
    }

    private void arrange() {
        ImportStep at = model.stepProperty().get();
        for (int page = 0; page < pages.getChildren().size(); page++) {
            pages.getChildren().get(page).setVisible(page == at.ordinal());
        }
        List<ImportStep> way = model.steps();
        steps.getChildren().setAll(way.stream().map(step -> stepLabel(way.indexOf(step) + 1, step, step == at)).toList());
        steps.setAccessibleText(WORDS.get("import.stepNow", way.indexOf(at) + 1, way.size(), WORDS.get(at)));
        switch (at) {
            case WRAP -> {
                model.parcel().parametersProperty().get().ifPresent(got -> valid.setText(
                        WORDS.get("wrap.valid", model.key().moments().formats().dateTime(got.parametersValidTo()))));
                commands.setText(model.commands());
            }
            case DONE -> done.setText(WORDS.get(model.freshProperty().get() ? "done.waiting" : "done.there", model.key().name()));
            case WAY, MATERIAL, PARAMETERS, WRAPPED, TERMS -> {}
        }
        boolean asks = at == ImportStep.PARAMETERS || at == ImportStep.TERMS;
        api.getChildren().setAll(asks ? List.of(new ApiLine(model::requests)) : List.of());
        arrangeButtons();
        focus(at);
    }

    private void focus(ImportStep at) {
        switch (at) {
            case WAY -> (model.hereProperty().get() ? here : elsewhere).requestFocus();
            case MATERIAL -> (hexBox.isVisible() ? hex : pages.lookup("#chooseMaterial")).requestFocus();
            case WRAP -> pages.lookup("#save").requestFocus();
            case WRAPPED -> pages.lookup("#chooseWrapped").requestFocus();
            case PARAMETERS, TERMS, DONE -> next.requestFocus();
        }
    }

    private void arrangeButtons() {
        ImportStep at = model.stepProperty().get();
        back.setDisable(at == ImportStep.WAY || at == ImportStep.DONE || model.busyProperty().get());
        next.setDisable(!model.canGoOn());
        next.setText(WORDS.get(
                switch (at) {
                    case PARAMETERS -> "import.get";
                    case TERMS -> "import.import";
                    case DONE -> "import.close";
                    case WAY, MATERIAL, WRAP, WRAPPED -> "import.next";
                }));
        cancel.setVisible(at != ImportStep.DONE);
        cancel.setManaged(at != ImportStep.DONE);
    }

    private static Label stepLabel(int number, ImportStep step, boolean current) {
        Label label = Texts.of(WORDS.get("import.step", number, WORDS.get(step)), "step");
        if (current) {
            label.getStyleClass().add("current");
        }
        return label;
    }

    private void choose(String title, Consumer<Path> then) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        Optional.ofNullable(chooser.showOpenDialog(root.getScene().getWindow())).map(File::toPath).ifPresent(then);
    }

    @FXML
    private void chooseMaterial() {
        choose(WORDS.get("material.choose"), model::takeMaterial);
    }

    @FXML
    private void chooseWrapped() {
        choose(WORDS.get("wrapped.choose"), model::takeWrapped);
    }

    @FXML
    private void chooseToken() {
        choose(WORDS.get("wrapped.token"), model::takeToken);
    }

    @FXML
    private void save() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(WORDS.get("wrap.save"));
        Optional.ofNullable(chooser.showDialog(root.getScene().getWindow())).map(File::toPath).ifPresent(folder -> {
            model.save(folder);
            saved.setText(WORDS.get("wrap.saved", WrappingCommands.PUBLIC_KEY, WrappingCommands.TOKEN));
        });
    }

    @FXML
    private void copy() {
        CopyText.copy(commands.getText());
    }

    @FXML
    private void skip() {
        model.skipToWrapped();
    }

    @FXML
    private void back() {
        model.back();
    }

    @FXML
    private void next() {
        if (model.stepProperty().get() == ImportStep.DONE) {
            cancel();
        } else {
            model.next();
        }
    }

    @FXML
    private void cancel() {
        hex.wipe();
        model.close();
        close.run();
    }
}
