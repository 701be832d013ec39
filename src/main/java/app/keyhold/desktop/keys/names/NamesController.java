package app.keyhold.desktop.keys.names;

import app.keyhold.desktop.keys.KeyTab;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.keys.api.ApiLine;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.tag.TagResource;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the key is called and marked with: aliases and tags, edited where they stand.
@SuppressWarnings("NullAway.Init")
public final class NamesController implements KeyTab {
    private static final Words WORDS = Words.of(NamesController.class);

    private final NamesModel model;
    private final AliasDialogs dialogs;
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
    private GridPane tags;

    @FXML
    private TextField tagKey;

    @FXML
    private TextField tagValue;

    @FXML
    private Button addTag;

    public NamesController(NamesModel model, AliasDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        this.root = Fxml.load(this);
        FieldLabels.connect(root);
    }

    @FXML
    private void initialize() {
        aliasHint.managedProperty().bind(aliasHint.textProperty().isNotEmpty());
        alias.textProperty().subscribe(text -> {
            aliasHint.setText(model.aliasProblem(text).orElse(""));
            addAlias.setDisable(text.isBlank() || model.aliasProblem(text).isPresent());
        });
        tagKey.textProperty().subscribe(text -> addTag.setDisable(text.isBlank()));
        ApiLine.on(addAlias, "CreateAlias", () -> shown.map(key -> new CreateAlias.Request(KeyView.withPrefix(alias.getText().strip()), key.id())).stream().toList()); // not words
        ApiLine.on(addTag, "TagResource", () -> shown.map(key -> new TagResource.Request(key.id(), List.of(typedTag()))).stream().toList()); // not words
    }

    public static String title() {
        return WORDS.get("names.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView key) {
        shown = Optional.of(key);
        root.setDisable(!key.canChange());
        aliases.getChildren().setAll(key.key().aliases().stream().map(name -> aliasRow(key, name)).toList());
        if (key.key().aliases().isEmpty()) {
            aliases.getChildren().add(Texts.of(WORDS.get("names.none"), "muted"));
        }
        tags.getChildren().clear();
        key.key().tags().forEach(tag -> tagRow(key, tag));
        if (key.key().tags().isEmpty()) {
            tags.addRow(0, Texts.of(WORDS.get("names.noTags"), "muted"));
        }
    }

    private Node aliasRow(KeyView key, String name) {
        Button rename = Icons.button(Feather.EDIT_2, WORDS.get("rename.title", name), () -> dialogs.rename(key, name));
        rename.getStyleClass().addAll("flat", "small");
        Button remove = Icons.button(Feather.X, WORDS.get("remove.title", name), () -> dialogs.remove(key, name));
        remove.getStyleClass().addAll("flat", "small");
        HBox row = new HBox(8, Texts.of(name, "mono"), new Spring(), rename, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void tagRow(KeyView key, Tag tag) {
        TextField value = new TextField(tag.tagValue());
        value.getStyleClass().add("in-place");
        value.setAccessibleText(WORDS.get("names.valueOf", tag.tagKey()));
        Runnable save = () -> model.setTag(key, new Tag(tag.tagKey(), value.getText().strip()));
        value.setOnAction(_ -> save.run());
        value.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                save.run();
            }
        });
        Button remove = Icons.button(Feather.X, WORDS.get("names.removeTag", tag.tagKey()), () -> model.removeTag(key, tag));
        remove.getStyleClass().addAll("flat", "small");
        tags.addRow(tags.getRowCount(), Texts.of(tag.tagKey(), "medium"), value, remove);
    }

    @FXML
    private void addAlias() {
        shown.filter(_ -> !addAlias.isDisabled()).ifPresent(key -> {
            String typed = alias.getText();
            alias.clear();
            model.addAlias(key, typed);
        });
    }

    private Tag typedTag() {
        return new Tag(tagKey.getText().strip(), tagValue.getText().strip());
    }

    @FXML
    private void addTag() {
        shown.filter(_ -> !addTag.isDisabled()).ifPresent(key -> {
            Tag tag = typedTag();
            tagKey.clear();
            tagValue.clear();
            model.setTag(key, tag);
        });
    }
}
