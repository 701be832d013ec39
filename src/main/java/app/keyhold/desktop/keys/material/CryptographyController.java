package app.keyhold.desktop.keys.material;

import app.keyhold.crypto.Blob;
import app.keyhold.desktop.frame.Notices;
import app.keyhold.desktop.keys.KeyTab;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.Facts;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import app.keyhold.kms.operation.screen.QueryKey.Material;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.stage.FileChooser;

/// What the key is made of: spec, algorithms, materials, and the public half where there is one.
@SuppressWarnings("NullAway.Init")
public final class CryptographyController implements KeyTab {
    private final Notices notices;
    private final Parent root;
    private String name = "";

    @FXML
    private Facts facts;

    @FXML
    private GridPane materials;

    @FXML
    private Card publicCard;

    @FXML
    private TextArea pem;

    public CryptographyController(Notices notices) {
        this.notices = notices;
        this.root = Fxml.load(this);
        FieldLabels.connect(root);
    }

    @Override
    public String title() {
        return "Crypto";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView key) {
        name = key.name().replace('/', '-');
        facts.getChildren().clear();
        facts.add("Type", KeyWords.spec(key.metadata().keySpec()))
                .add("KeySpec", Texts.of(key.metadata().keySpec().name(), "mono"))
                .add("KeyUsage", Texts.of(key.metadata().keyUsage().name(), "mono"))
                .add("Algorithms", Texts.wrapped(algorithms(key), "mono"))
                .add("Origin", KeyWords.origin(key.metadata().origin()));
        materials.getChildren().clear();
        for (Material material : key.key().materials()) {
            materials.addRow(
                    materials.getRowCount(),
                    Texts.of(material.id().substring(0, 8) + "…", "mono"),
                    Texts.of(key.moments().formats().date(material.created())),
                    Texts.of(material.rotation().map(CryptographyController::word).orElse("made with the key"), "muted"),
                    material.current() ? Texts.of("Current", "ok-text", "medium") : Texts.of("opens old data", "muted"));
        }
        Optional<Blob> half = key.key().publicKey();
        publicCard.setVisible(half.isPresent());
        publicCard.setManaged(half.isPresent());
        pem.setText(half.map(PublicKeyPem::of).orElse(""));
    }

    private static String word(RotationType rotation) {
        return switch (rotation) {
            case AUTOMATIC -> "rotated by date";
            case ON_DEMAND -> "rotated on demand";
        };
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

    @FXML
    private void copy() {
        CopyText.copy(pem.getText());
        notices.toast(Tone.OK, "Public key copied");
    }

    @FXML
    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the public key");
        chooser.setInitialFileName(name + ".pem");
        Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow())).map(File::toPath).ifPresent(target -> {
            try {
                Files.writeString(target, pem.getText());
                notices.toast(Tone.OK, "Public key saved as " + target.getFileName());
            } catch (IOException e) {
                notices.failed(e);
            }
        });
    }
}
