package app.keyhold.desktop.keys.material;

import app.keyhold.crypto.Blob;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyTab;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.keys.api.ApiLine;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Facts;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.imported.DeleteImportedKeyMaterial;
import app.keyhold.kms.operation.screen.QueryKey.Material;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.stage.FileChooser;

/// What the key is made of: spec, algorithms, materials, and the public half where there is one.
@SuppressWarnings("NullAway.Init")
public final class CryptographyController implements KeyTab {
    private static final Words WORDS = Words.of(CryptographyController.class);

    private final ScreenContext context;
    private final KeyModel model;
    private final Parent root;
    private Optional<KeyView> shown = Optional.empty();

    @FXML
    private Facts facts;

    @FXML
    private GridPane materials;

    @FXML
    private Button importMaterial;

    @FXML
    private Card publicCard;

    @FXML
    private ComboBox<PublicKeyForm> form;

    @FXML
    private TextArea publicKey;

    public CryptographyController(ScreenContext context, KeyModel model) {
        this.context = context;
        this.model = model;
        this.root = Fxml.load(this);
        FieldLabels.connect(root);
    }

    @FXML
    private void initialize() {
        form.valueProperty().subscribe(this::showPublicKey);
    }

    public static String title() {
        return WORDS.get("crypto.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView key) {
        shown = Optional.of(key);
        facts.getChildren().clear();
        facts.add(WORDS.get("crypto.type"), KeyWords.spec(key.metadata().keySpec()))
                .add("KeySpec", Texts.of(key.metadata().keySpec().name(), "mono")) // not words
                .add("KeyUsage", Texts.of(key.metadata().keyUsage().name(), "mono")) // not words
                .add(WORDS.get("crypto.algorithms"), Texts.wrapped(algorithms(key), "mono"))
                .add(WORDS.get("crypto.origin"), KeyWords.origin(key.metadata().origin()));
        new MaterialRows(materials, this::askToDelete).show(key);
        importMaterial.setVisible(key.isImported());
        importMaterial.setManaged(key.isImported());
        importMaterial.setDisable(!key.canChange());
        Optional<Blob> half = key.key().publicKey();
        publicCard.setVisible(half.isPresent());
        publicCard.setManaged(half.isPresent());
        half.ifPresent(there -> {
            List<PublicKeyForm> forms = Arrays.stream(PublicKeyForm.values()).filter(one -> one.text(key.metadata().keySpec(), there).isPresent()).toList();
            form.setItems(FXCollections.observableArrayList(forms));
            form.setValue(PublicKeyForm.PEM);
        });
        showPublicKey();
    }

    private void showPublicKey() {
        publicKey.setText(shown.flatMap(key -> key.key().publicKey().flatMap(half -> chosen().text(key.metadata().keySpec(), half))).orElse(""));
    }

    private PublicKeyForm chosen() {
        return Optional.ofNullable(form.getValue()).orElse(PublicKeyForm.PEM);
    }

    private static String algorithms(KeyView key) {
        return Stream.of(
                        key.metadata().encryptionAlgorithms(),
                        key.metadata().signingAlgorithms(),
                        key.metadata().macAlgorithms(),
                        key.metadata().keyAgreementAlgorithms(),
                        key.metadata().encapsulationAlgorithms())
                .flatMap(Optional::stream)
                .flatMap(Collection::stream)
                .map(Enum::name)
                .collect(Collectors.joining("\n"));
    }

    /// Opens the steps of an import for the key that is shown.
    @FXML
    private void importMaterial() {
        shown.ifPresent(key -> ImportController.open(key, model, context.overlay()));
    }

    private void askToDelete(Material material) {
        shown.ifPresent(key -> {
            String id = MaterialRows.shortId(material);
            var request = new DeleteImportedKeyMaterial.Request(key.id(), Optional.of(material.id()));
            DialogBox box = new DialogBox(
                    WORDS.get("delete.title", id),
                    Texts.wrapped(WORDS.get(material.pending() ? "delete.pending" : "delete.sentence")),
                    new ApiLine(() -> List.of(request)));
            box.cancel(WORDS.get("delete.cancel"), context.overlay()::close);
            box.primary(
                    WORDS.get("delete.delete"),
                    () -> {
                        context.overlay().close();
                        model.act(request, WORDS.get("delete.deleted", id));
                    },
                    "danger");
            context.overlay().show(box);
        });
    }

    @FXML
    private void copy() {
        CopyText.copy(publicKey.getText());
        context.notices().toast(Tone.OK, WORDS.get("crypto.copied"));
    }

    @FXML
    private void save() {
        shown.ifPresent(key -> key.key().publicKey().flatMap(half -> chosen().file(key.metadata().keySpec(), half)).ifPresent(bytes -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(WORDS.get("crypto.saveTitle"));
            chooser.setInitialFileName(key.name().replace('/', '-') + chosen().suffix());
            Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow())).map(File::toPath).ifPresent(target -> {
                try {
                    Files.write(target, bytes);
                    context.notices().toast(Tone.OK, WORDS.get("crypto.saved", target.getFileName()));
                } catch (IOException e) {
                    context.notices().failed(e);
                }
            });
        }));
    }
}
