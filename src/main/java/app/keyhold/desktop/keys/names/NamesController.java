package app.keyhold.desktop.keys;

import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.tag.TagResource;
import app.keyhold.kms.operation.tag.UntagResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the key is called and marked with: aliases and tags.
@SuppressWarnings("NullAway.Init")
final class NamesController implements KeyTab {
    private final KeyModel model;
    private final KeyDialogs dialogs;
    private final Predicate<String> aliasTaken;
    private final Parent root;
    private Optional<KeyView> shown = Optional.empty();

    @FXML
    private VBox aliases;

    @FXML
    private TextField alias;

    @FXML
    private Button addAlias;

    @FXML
    private Label aliasHint;

    @FXML
    private VBox tags;

    @FXML
    private TextField tagKey;

    @FXML
    private TextField tagValue;

    @FXML
    private Button addTag;

    NamesController(KeyModel model, KeyDialogs dialogs, Predicate<String> aliasTaken) {
        this.model = model;
        this.dialogs = dialogs;
        this.aliasTaken = aliasTaken;
        this.root = Fxml.load(this);
        FieldLabels.connect(root);
    }

    @FXML
    private void initialize() {
        aliasHint.managedProperty().bind(aliasHint.textProperty().isNotEmpty());
        alias.textProperty().subscribe(this::checkAlias);
        tagKey.textProperty().subscribe(text -> addTag.setDisable(text.isBlank()));
    }

    private void checkAlias(String text) {
        boolean taken = aliasTaken.test(KeyView.withPrefix(text.strip()));
        aliasHint.setText(taken ? "Another key has this name." : "");
        addAlias.setDisable(text.isBlank() || taken);
    }

    @Override
    public String title() {
        return "Names";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView key) {
        shown = Optional.of(key);
        root.setDisable(!key.canChange());
        aliases.getChildren().setAll(key.key().aliases().stream()
                .map(name -> row(Texts.of(name, "mono"), "Remove " + name, () -> dialogs.removeAlias(key, name)))
                .toList());
        if (key.key().aliases().isEmpty()) {
            aliases.getChildren().add(Texts.of("No name. It is found by its id.", "muted"));
        }
        tags.getChildren().setAll(key.key().tags().stream()
                .map(tag -> row(
                        Texts.of(tag.tagKey() + " = " + tag.tagValue()),
                        "Remove tag " + tag.tagKey(),
                        () -> model.act(new UntagResource.Request(key.id(), List.of(tag.tagKey())), "Tag removed")))
                .toList());
        if (key.key().tags().isEmpty()) {
            tags.getChildren().add(Texts.of("No tags.", "muted"));
        }
    }

    private static HBox row(Label name, String remove, Runnable action) {
        Button button = Icons.button(Feather.X, remove, action);
        button.getStyleClass().addAll("flat", "small");
        HBox row = new HBox(8, name, new Spring(), button);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    @FXML
    private void addAlias() {
        shown.filter(_ -> !addAlias.isDisabled()).ifPresent(key -> {
            String name = KeyView.withPrefix(alias.getText().strip());
            alias.clear();
            model.act(new CreateAlias.Request(name, key.id()), name + " added");
        });
    }

    @FXML
    private void addTag() {
        shown.filter(_ -> !addTag.isDisabled()).ifPresent(key -> {
            Tag tag = new Tag(tagKey.getText().strip(), tagValue.getText().strip());
            tagKey.clear();
            tagValue.clear();
            model.act(new TagResource.Request(key.id(), List.of(tag)), "Tag " + tag.tagKey() + " set");
        });
    }
}
