package app.keyhold.desktop;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// The stage that serves all tests, one scene after the other.
public final class OneStage {
    private OneStage() {}

    /// Empties the scene that was there: the toolkit keeps a scene whose preferences were ever asked for, and with it
    /// all that is in it and was painted of it, ten megabytes each.
    public static void show(Stage stage, Scene scene) {
        Optional.ofNullable(stage.getScene()).ifPresent(before -> before.setRoot(new Region()));
        stage.setScene(scene);
    }
}
