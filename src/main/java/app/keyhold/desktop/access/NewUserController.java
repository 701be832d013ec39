package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.NewPassphrase;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.desktop.part.StrengthBar;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.operation.Permissions;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The dialog that adds a person or a program.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class NewUserController {
    private static final Words WORDS = Words.of(NewUserController.class);
    private final NewUserModel model;
    private final AccessModel users;
    private final Overlay overlay;
    private final DialogBox box;
    private final Button add;
    private NewPassphrase passphrase;

    @FXML
    private RadioButton person;

    @FXML
    private RadioButton program;

    @FXML
    private Label kindHint;

    @FXML
    private Label nameLabel;

    @FXML
    private TextField name;

    @FXML
    private Label nameHint;

    @FXML
    private Label permissionsLabel;

    @FXML
    private ComboBox<Permissions> permissions;

    @FXML
    private VBox secrets;

    @FXML
    private Label firstLabel;

    @FXML
    private SecretField first;

    @FXML
    private StrengthBar bar;

    @FXML
    private Label verdict;

    @FXML
    private Label againLabel;

    @FXML
    private SecretField again;

    @FXML
    private Label match;

    NewUserController(NewUserModel model, AccessModel users, Overlay overlay) {
        this.model = model;
        this.users = users;
        this.overlay = overlay;
        Parent form = Fxml.load(this);
        box = new DialogBox(WORDS.get("newUser.title"), form);
        box.setId("new-user");
        box.cancel(WORDS.get("newUser.cancel"), this::leave);
        add = box.primary(WORDS.get("newUser.add"), this::add);
        add.setId("add-user");
        check();
    }

    @FXML
    private void initialize() {
        var kinds = new ToggleGroup();
        person.setToggleGroup(kinds);
        program.setToggleGroup(kinds);
        program.selectedProperty().bindBidirectional(model.programProperty());
        person.setSelected(true);
        nameLabel.setLabelFor(name);
        permissionsLabel.setLabelFor(permissions);
        firstLabel.setLabelFor(first);
        againLabel.setLabelFor(again);
        name.textProperty().bindBidirectional(model.nameProperty());
        permissions.getItems().setAll(Permissions.values());
        permissions.setConverter(new InWords());
        permissions.valueProperty().bindBidirectional(model.permissionsProperty());
        passphrase = new NewPassphrase(first, again, model::measure, model.strengthProperty(), this::check);
        model.nameProperty().subscribe((before, now) -> check());
        model.programProperty().subscribe(this::showKind);
    }

    private void showKind(boolean isProgram) {
        secrets.setVisible(!isProgram);
        secrets.setManaged(!isProgram);
        kindHint.setText(WORDS.get(isProgram ? "newUser.programHint" : "newUser.personHint"));
        check();
    }

    private void check() {
        bar.show(model.strengthProperty().get());
        verdict.setText(passphrase.verdict());
        match.setText(passphrase.match());
        nameHint.setText(model.nameProblem());
        if (add != null) {
            add.setDisable(!model.isReady(passphrase.isSame()));
        }
    }

    private void add() {
        String permitted = model.permissionsProperty().get().name();
        if (model.programProperty().get()) {
            users.addProgram(model.strippedName(), permitted);
        } else {
            users.addPerson(model.strippedName(), first.secret(), permitted);
        }
        leave();
    }

    private void leave() {
        first.wipe();
        again.wipe();
        overlay.close();
    }

    Node root() {
        return box;
    }

    private static final class InWords extends StringConverter<Permissions> {
        @Override
        public String toString(Permissions permissions) {
            return switch (permissions) {
                case null -> "";
                case ADMINISTRATOR -> WORDS.get("newUser.everything");
                case KEY_USER -> WORDS.get("newUser.useKeys");
                case NONE -> WORDS.get("newUser.byName");
            };
        }

        @Override
        public Permissions fromString(String words) {
            throw new UnsupportedOperationException("The list is not typed into");
        }
    }
}
