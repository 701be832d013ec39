package app.keyhold.desktop.settings;

import app.keyhold.desktop.firstrun.SheetFile;
import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.RecoverySheet;
import app.keyhold.vault.SheetText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// A new recovery sheet: shown once, and proven by two of its words before the dialog lets go of it.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class SheetController {
    private static final Words WORDS = Words.of(SheetController.class);
    private static final int ROWS = 6;
    private static final int COLUMNS = 4;

    private final UnlockSettingsModel model;
    private final Overlay overlay;
    private final Path folder;
    private final DialogBox box;
    private final Button make;
    private final Button done;

    @FXML
    private VBox before;

    @FXML
    private VBox after;

    @FXML
    private GridPane words;

    @FXML
    private TextField seventh;

    @FXML
    private TextField nineteenth;

    @FXML
    private Banner outcome;

    @FXML
    private Banner problem;

    /// @param folder the vault's, which the sheet names
    SheetController(UnlockSettingsModel model, Overlay overlay, Path folder) {
        this.model = model;
        this.overlay = overlay;
        this.folder = folder;
        model.begin();
        model.forgetSheet();
        Parent form = Fxml.load(this);
        FieldLabels.connect(form);
        box = new DialogBox(WORDS.get("sheet.title"), form);
        box.setId("sheet-dialog");
        var keep = box.cancel(WORDS.get("sheet.keep"), this::leave);
        make = box.primary(WORDS.get("sheet.make"), model::makeSheet);
        make.setId("make-sheet");
        done = box.primary(WORDS.get("sheet.done"), () -> model.confirmSheet(this::leave));
        done.setId("sheet-done");
        make.disableProperty().bind(model.workingProperty());
        model.sheetProperty().subscribe(sheet -> {
            show(keep, sheet.isEmpty());
            show(make, sheet.isEmpty());
            show(done, sheet.isPresent());
            show(before, sheet.isEmpty());
            show(after, sheet.isPresent());
            write(sheet);
            if (sheet.isPresent()) {
                overlay.showUntilAnswered(box);
            }
        });
        model.workingProperty().subscribe(_ -> check());
        check();
    }

    @FXML
    private void initialize() {
        for (int column = 0; column < COLUMNS; column++) {
            var quarter = new ColumnConstraints();
            quarter.setPercentWidth(100.0 / COLUMNS);
            words.getColumnConstraints().add(quarter);
        }
        seventh.textProperty().subscribe((_, _) -> check());
        nineteenth.textProperty().subscribe((_, _) -> check());
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    private void write(Optional<RecoverySheet> sheet) {
        words.getChildren().clear();
        List<String> list = sheet.map(RecoverySheet::wordList).orElse(List.of());
        for (int at = 0; at < list.size(); at++) {
            var cell = new HBox(
                    8,
                    Texts.of(String.valueOf(at + 1), "muted", "mono", "word-number"),
                    Texts.of(list.get(at), "mono", "word"));
            cell.setAccessibleText(WORDS.get("sheet.word", at + 1, list.get(at)));
            words.add(cell, at / ROWS, at % ROWS);
        }
    }

    private void check() {
        boolean proven = model.isWord(UnlockSettingsModel.FIRST_ASKED, seventh.getText())
                && model.isWord(UnlockSettingsModel.SECOND_ASKED, nineteenth.getText());
        done.setDisable(!proven || model.workingProperty().get());
    }

    @FXML
    private void save() {
        model.sheetProperty().get().ifPresent(sheet -> {
            var chooser = new FileChooser();
            chooser.setTitle(WORDS.get("sheet.saveTitle"));
            chooser.setInitialFileName("keyhold-recovery-" + sheet.date() + ".txt");
            File chosen = chooser.showSaveDialog(box.getScene().getWindow());
            if (chosen != null) {
                save(sheet, chosen.toPath());
            }
        });
    }

    private void save(RecoverySheet sheet, Path file) {
        try {
            SheetFile.save(SheetText.of(sheet, folder) + "\n", file);
            outcome.show(Tone.OK, WORDS.get("sheet.saved", file));
        } catch (IOException e) {
            model.report(e);
        }
    }

    private void leave() {
        model.forgetSheet();
        seventh.clear();
        nineteenth.clear();
        overlay.close();
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    Node root() {
        return box;
    }
}
