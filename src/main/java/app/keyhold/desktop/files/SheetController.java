package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Facts;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.files.Collision;
import app.keyhold.files.Form;
import app.keyhold.files.Original;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.Property;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Binds the sheet *Before it starts* to [SheetModel].
final class SheetController {
    private static final Words WORDS = Words.of(SheetController.class);
    private final FilesModel model;
    private final SheetModel sheet;
    private final Formats formats;
    private final DesktopPreferences preferences;
    private final Supplier<Optional<Path>> chooseFolder;
    private final Runnable startPressed;
    private final Node root;
    private boolean focusAwaited;

    @FXML private Button close;
    @FXML private VBox encryption;
    @FXML private VBox contextBox;
    @FXML private VBox placing;
    @FXML private VBox taking;
    @FXML private RadioButton decrypt;
    @FXML private RadioButton reencrypt;
    @FXML private Label readable;
    @FXML private Label keyLabel;
    @FXML private ComboBox<KeyChoice> key;
    @FXML private VBox further;
    @FXML private Button addKey;
    @FXML private VBox context;
    @FXML private Button addContext;
    @FXML private VBox decryption;
    @FXML private Facts facts;
    @FXML private VBox extraction;
    @FXML private RadioButton extract;
    @FXML private RadioButton keepTar;
    @FXML private RadioButton beside;
    @FXML private RadioButton elsewhere;
    @FXML private Label folder;
    @FXML private VBox forming;
    @FXML private RadioButton each;
    @FXML private RadioButton archive;
    @FXML private VBox keeping;
    @FXML private RadioButton keep;
    @FXML private RadioButton bin;
    @FXML private CheckBox hideNames;
    @FXML private Label takenCaption;
    @FXML private RadioButton keepBoth;
    @FXML private RadioButton skip;
    @FXML private RadioButton replace;
    @FXML private Label space;
    @FXML private Banner problem;
    @FXML private Button start;
    @FXML private CheckBox dontAsk;

    /// @param startPressed starts it, or asks first
    @SuppressWarnings("NullAway.Init") // the loader fills the fields
    SheetController(
            FilesModel model,
            Formats formats,
            DesktopPreferences preferences,
            Supplier<Optional<Path>> chooseFolder,
            Runnable startPressed) {
        this.model = model;
        this.sheet = model.sheet();
        this.formats = formats;
        this.preferences = preferences;
        this.chooseFolder = chooseFolder;
        this.startPressed = startPressed;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        close.setGraphic(Icons.of(Feather.X));
        close.setOnAction(_ -> model.putAway());
        keyLabel.setLabelFor(key);
        key.setItems(sheet.keys());
        key.setCellFactory(_ -> new KeyCell());
        key.setButtonCell(new KeyCell());
        sheet.keyProperty().subscribe(chosen -> key.setValue(chosen.orElse(null)));
        key.valueProperty().subscribe(chosen -> sheet.keyProperty().set(Optional.ofNullable(chosen)));
        addKey.setGraphic(Icons.of(Feather.PLUS, "small"));
        addKey.setOnAction(_ -> sheet.addFurther());
        new RecipientRows(sheet, further);
        addContext.setGraphic(Icons.of(Feather.PLUS, "small"));
        addContext.setOnAction(_ -> sheet.context().add(new ContextEntry("", "")));
        beside.setOnAction(_ -> sheet.folderProperty().set(Optional.empty()));
        elsewhere.setOnAction(_ -> chooseFolder());
        choice(sheet.collisionProperty(), keepBoth, Collision.KEEP_BOTH);
        choice(sheet.collisionProperty(), skip, Collision.SKIP);
        choice(sheet.collisionProperty(), replace, Collision.REPLACE);
        choice(sheet.formProperty(), each, Form.EACH);
        choice(sheet.formProperty(), archive, Form.ARCHIVE);
        choice(sheet.originalProperty(), keep, Original.KEEP);
        choice(sheet.originalProperty(), bin, Original.BIN);
        choice(sheet.reencryptProperty(), decrypt, false);
        choice(sheet.reencryptProperty(), reencrypt, true);
        choice(sheet.extractProperty(), extract, true);
        choice(sheet.extractProperty(), keepTar, false);
        hideNames.selectedProperty().bindBidirectional(sheet.hideNamesProperty());
        dontAsk.selectedProperty().bindBidirectional(preferences.dropWithoutAskingProperty());
        start.setGraphic(Texts.key(WORDS.get("sheet.enter")));
        start.setContentDisplay(ContentDisplay.RIGHT);
        start.setDefaultButton(true);
        start.setOnAction(_ -> startPressed.run());
        InvalidationListener show = _ -> show();
        model.surveyProperty().addListener(show);
        sheet.folderProperty().addListener(show);
        sheet.keyProperty().addListener(show);
        sheet.roomsProperty().addListener(show);
        sheet.formProperty().addListener(show);
        sheet.reencryptProperty().addListener(show);
        sheet.further().addListener(show);
        new ContextRows(sheet, context, this::show);
    }

    private static <T> void choice(Property<T> property, RadioButton button, T value) {
        property.subscribe(chosen -> button.setSelected(chosen.equals(value)));
        button.setOnAction(_ -> property.setValue(value));
    }

    private void chooseFolder() {
        var chosen = chooseFolder.get();
        chosen.ifPresentOrElse(
                place -> sheet.folderProperty().set(Optional.of(place)),
                () -> beside.setSelected(sheet.folderProperty().get().isEmpty()));
    }

    private void show() {
        var survey = model.surveyProperty().get();
        boolean encrypts = !survey.encrypt().isEmpty();
        boolean reencrypts = sheet.reencrypts(survey);
        reveal(encryption, sheet.needsKey(survey));
        reveal(contextBox, encrypts);
        reveal(readable, !reencrypts);
        reveal(placing, encrypts || !reencrypts);
        reveal(taking, encrypts || !reencrypts);
        reveal(keeping, encrypts);
        reveal(forming, survey.encrypt().isSeveral());
        reveal(decryption, !survey.decrypt().isEmpty());
        reveal(extraction, !reencrypts && survey.decrypt().all().stream().anyMatch(Survey.Source::isArchive));
        showFacts(survey);
        addKey.setDisable(!sheet.canAddFurther());
        reveal(folder, sheet.folderProperty().get().isPresent());
        folder.setText(sheet.folderProperty().get().map(Path::toString).orElse(""));
        takenCaption.setText(WORDS.get(survey.files() > 1 ? "sheet.namesTaken" : "sheet.nameTaken"));
        space.setText(SpaceWords.of(survey, sheet.roomsProperty().get(), formats));
        start.setText(DropWords.button(survey, sheet));
        var wrong = sheet.problem(survey);
        start.setDisable(survey.isEmpty() || survey.counting() || wrong.isPresent());
        focusIfAwaited();
        wrong.ifPresentOrElse(text -> problem.show(Tone.WARN, text), problem::hide);
    }

    private void showFacts(Survey survey) {
        facts.getChildren().clear();
        DecryptionFacts.of(survey.decrypt(), sheet.known(), formats).forEach(fact -> {
            var value = Texts.wrapped(fact.value(), fact.warning() ? "warn-text" : "plain");
            if (fact.mono()) {
                Texts.code(value).getStyleClass().add("mono");
            }
            facts.add(fact.name(), value);
        });
        facts.getChildren().forEach(node -> GridPane.setValignment(node, VPos.TOP));
    }

    private static void reveal(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    Node root() {
        return root;
    }

    /// The keys may still be on their way: then as soon as the button can be pressed.
    void focus() {
        focusAwaited = start.isDisabled();
        start.requestFocus();
    }

    private void focusIfAwaited() {
        if (focusAwaited && !start.isDisabled()) {
            focusAwaited = false;
            if (!root.isFocusWithin()) {
                start.requestFocus();
            }
        }
    }
}
