package app.keyhold.desktop.regions;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Words;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.stage.DirectoryChooser;

/// The dialog that gives the vault another Region, or says where one is now.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class AddRegionController {
    private static final Words WORDS = Words.of(AddRegionController.class);
    private static final Pattern NAME = Pattern.compile("([a-z]+-){2,3}\\d+");

    private final RegionsModel model;
    private final Overlay overlay;
    private final DialogBox box;
    private final Button add;

    @FXML
    private TextField name;

    @FXML
    private TextField folder;

    @FXML
    private CheckBox allowSyncFolder;

    AddRegionController(RegionsModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        Parent form = Fxml.load(this);
        FieldLabels.connect(form);
        box = new DialogBox(WORDS.get("add.title"), form);
        box.setId("add-region-dialog");
        box.cancel(WORDS.get("add.cancel"), overlay::close);
        add = box.primary(WORDS.get("add.verb"), this::add);
        add.setId("add-region-for-good");
        enable();
    }

    @FXML
    private void initialize() {
        name.textProperty().subscribe((_, _) -> enable());
        folder.textProperty().subscribe((_, _) -> enable());
    }

    private void enable() {
        add.setDisable(!NAME.matcher(name.getText().strip()).matches() || path().isEmpty());
    }

    private Optional<Path> path() {
        try {
            String typed = folder.getText().strip();
            return typed.isEmpty() ? Optional.empty() : Optional.of(Path.of(typed));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    @FXML
    private void browse() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(WORDS.get("add.choose"));
        File chosen = chooser.showDialog(box.getScene().getWindow());
        if (chosen != null) {
            folder.setText(chosen.toPath().resolve(name.getText().strip()).toString());
        }
    }

    private void add() {
        path().ifPresent(where -> {
            overlay.close();
            model.add(name.getText().strip(), where, allowSyncFolder.isSelected());
        });
    }

    Node root() {
        return box;
    }
}
