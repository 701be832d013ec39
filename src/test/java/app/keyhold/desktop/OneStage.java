package app.keyhold.desktop;

import app.keyhold.desktop.frame.Frame;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The stage that serves all tests, one scene after the other.
public final class OneStage {
    private OneStage() {}

    /// Ends what a frame without a shell was at: its clock would keep it for ever.
    public static void show(Stage stage, Scene scene) {
        if (stage.getScene() != null && stage.getScene().getRoot() instanceof Frame left) {
            left.dispose();
        }
        stage.setScene(scene);
    }
}
