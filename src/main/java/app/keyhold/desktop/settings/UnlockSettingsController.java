package app.keyhold.desktop.settings;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.Fxml;
import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.scene.Parent;

/// The card of what unlocks the vault.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class UnlockSettingsController {
    private final UnlockSettingsModel model;
    private final Overlay overlay;
    private final Path folder;
    private final Parent root;

    /// @param folder the vault's
    UnlockSettingsController(UnlockSettingsModel model, Overlay overlay, Path folder) {
        this.model = model;
        this.overlay = overlay;
        this.folder = folder;
        this.root = Fxml.load(this);
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

    Parent root() {
        return root;
    }
}
