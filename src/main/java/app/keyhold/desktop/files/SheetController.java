package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.files.Collision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Binds the sheet *Before it starts* to [SheetModel].
final class SheetController {
    private final FilesModel model;
    private final SheetModel sheet;
    private final Formats formats;
    private final DesktopPreferences preferences;
    private final Supplier<Optional<Path>> chooseFolder;
    private final Node root;
    private boolean focusAwaited;

    @FXML private Button close;
    @FXML private VBox encryption;
    @FXML private Label keyLabel;
    @FXML private ComboBox<KeyChoice> key;
    @FXML private VBox context;
    @FXML private Button addContext;
    @FXML private VBox decryption;
    @FXML private Label decryptionFacts;
    @FXML private RadioButton beside;
    @FXML private RadioButton elsewhere;
    @FXML private Label folder;
    @FXML private RadioButton keepBoth;
    @FXML private RadioButton skip;
    @FXML private RadioButton replace;
    @FXML private Label space;
    @FXML private Banner problem;
    @FXML private Button start;
    @FXML private CheckBox dontAsk;

    @SuppressWarnings("NullAway.Init") // the loader fills the fields
    SheetController(
            FilesModel model,
            Formats formats,
            DesktopPreferences preferences,
            Supplier<Optional<Path>> chooseFolder) {
        this.model = model;
        this.sheet = model.sheet();
        this.formats = formats;
        this.preferences = preferences;
        this.chooseFolder = chooseFolder;
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
        addContext.setGraphic(Icons.of(Feather.PLUS, "small"));
        addContext.setOnAction(_ -> sheet.context().add(new ContextEntry("", "")));
        sheet.context().subscribe(this::showContext);
        showContext();
        beside.setOnAction(_ -> sheet.folderProperty().set(Optional.empty()));
        elsewhere.setOnAction(_ -> chooseFolder());
        keepBoth.setOnAction(_ -> sheet.collisionProperty().set(Collision.KEEP_BOTH));
        skip.setOnAction(_ -> sheet.collisionProperty().set(Collision.SKIP));
        replace.setOnAction(_ -> sheet.collisionProperty().set(Collision.REPLACE));
        dontAsk.selectedProperty().bindBidirectional(preferences.dropWithoutAskingProperty());
        start.setGraphic(Texts.key("Enter"));
        start.setContentDisplay(ContentDisplay.RIGHT);
        start.setDefaultButton(true);
        start.setOnAction(_ -> model.start());
        InvalidationListener show = _ -> show();
        model.surveyProperty().addListener(show);
        sheet.folderProperty().addListener(show);
        sheet.keyProperty().addListener(show);
        show();
    }

    private void chooseFolder() {
        var chosen = chooseFolder.get();
        chosen.ifPresentOrElse(
                place -> sheet.folderProperty().set(Optional.of(place)),
                () -> beside.setSelected(sheet.folderProperty().get().isEmpty()));
    }

    private void show() {
        var survey = model.surveyProperty().get();
        reveal(encryption, !survey.encrypt().isEmpty());
        reveal(decryption, !survey.decrypt().isEmpty());
        decryptionFacts.setText(DecryptionFacts.of(survey.decrypt(), sheet.keys()));
        reveal(folder, sheet.folderProperty().get().isPresent());
        folder.setText(sheet.folderProperty().get().map(Path::toString).orElse(""));
        space.setText(space(survey));
        start.setText(DropWords.button(survey, formats));
        start.setDisable(survey.isEmpty() || survey.counting() || sheet.problem(survey).isPresent());
        focusIfAwaited();
        sheet.problem(survey).ifPresentOrElse(text -> problem.show(Tone.WARN, text), problem::hide);
    }

    private String space(Survey survey) {
        String needed = formats.bytes(survey.bytes()) + " needed";
        return place(survey)
                .flatMap(SheetController::free)
                .map(free -> needed + ", " + formats.bytes(free) + " free")
                .orElse(needed);
    }

    private Optional<Path> place(Survey survey) {
        return sheet.folderProperty().get().or(() -> Stream.concat(
                        survey.encrypt().sources().stream(), survey.decrypt().sources().stream())
                .findFirst()
                .map(Path::toAbsolutePath)
                .map(Path::getParent));
    }

    private static Optional<Long> free(Path place) {
        try {
            return Optional.of(Files.getFileStore(place).getUsableSpace());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private void showContext() {
        context.getChildren().setAll(sheet.context().stream().map(this::row).toList());
        show();
    }

    private HBox row(ContextEntry entry) {
        var name = field("Name", entry.nameProperty());
        var value = field("Value", entry.valueProperty());
        value.setId("context-value");
        HBox.setHgrow(value, Priority.ALWAYS);
        name.getStyleClass().add("context-name");
        var remove = Icons.button(Feather.X, "Remove this pair", () -> sheet.context().remove(entry));
        remove.getStyleClass().add("flat");
        return new HBox(4, name, value, remove);
    }

    private TextField field(String what, StringProperty text) {
        var field = new TextField();
        field.setPromptText(what);
        field.setAccessibleText("Encryption context, " + what.toLowerCase(Locale.ROOT));
        field.getStyleClass().add("mono");
        field.textProperty().bindBidirectional(text);
        field.textProperty().subscribe(_ -> {
            if (space.getText() != null) {
                show();
            }
        });
        return field;
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
