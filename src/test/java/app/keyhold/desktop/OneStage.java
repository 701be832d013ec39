package app.keyhold.desktop;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// The stage that serves all tests, one scene after the other.
public final class OneStage {
    private OneStage() {}

    /// Empties the scene that was there, so that whoever still knows it keeps nothing of its content alive.
    public static void show(Stage stage, Scene scene) {
        Optional.ofNullable(stage.getScene()).ifPresent(before -> before.setRoot(new Region()));
        stage.setScene(scene);
    }
}
