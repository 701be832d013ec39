package app.keyhold.desktop.settings;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Words;
import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// The card of what unlocks the vault.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class UnlockSettingsController {
    private static final Words WORDS = Words.of(UnlockSettingsController.class);

    private final UnlockSettingsModel model;
    private final Overlay overlay;
    private final Path folder;
    private final Formats formats;
    private final Parent root;

    @FXML
    private Button testSheet;

    @FXML
    private Label sheetState;

    /// @param folder the vault's
    UnlockSettingsController(UnlockSettingsModel model, Overlay overlay, Formats formats, Path folder) {
        this.model = model;
        this.overlay = overlay;
        this.formats = formats;
        this.folder = folder;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        model.sheetStateProperty().subscribe(found -> {
            testSheet.setDisable(found.filter(UnlockSettingsModel.SheetState::exists).isEmpty());
            sheetState.setText(found.map(this::words).orElse(""));
        });
    }

    private String words(UnlockSettingsModel.SheetState state) {
        return state.exists()
                ? state.tested()
                        .map(at -> WORDS.get("unlock.sheetTestedAt", formats.dateTime(at)))
                        .orElse(WORDS.get("unlock.sheetUntested"))
                : WORDS.get("unlock.noSheet");
    }

    @FXML
    private void changePassphrase() {
        overlay.show(new PassphraseController(model, overlay, true).root());
    }

    @FXML
    private void recalibrate() {
        overlay.show(new PassphraseController(model, overlay, false).root());
    }

    @FXML
    private void renewSheet() {
        overlay.show(new SheetController(model, overlay, folder).root());
    }

    @FXML
    private void testSheet() {
        overlay.show(new SheetTestController(model, overlay).root());
    }

    Parent root() {
        return root;
    }
}
