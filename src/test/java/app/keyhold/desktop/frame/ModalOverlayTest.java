package app.keyhold.desktop.frame;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.OneStage;
import app.keyhold.desktop.part.Scrolling;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Where the keyboard is while a dialog is shown.
@ExtendWith(ApplicationExtension.class)
class ModalOverlayTest {
    private ModalOverlay overlay;
    private Button behind;
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        overlay = new ModalOverlay();
        behind = new Button("Behind");
        OneStage.show(stage, new Scene(new StackPane(behind, overlay.node()), 400, 300));
        stage.show();
    }

    @Test
    void theFirstFieldHasTheKeyboardBeforeAnythingIsPainted() throws Exception {
        var field = new TextField();
        var owner = new CompletableFuture<Node>();
        Platform.runLater(() -> {
            behind.requestFocus();
            overlay.show(new VBox(new Scrolling(new VBox(field))));
            Platform.runLater(() -> owner.complete(stage.getScene().getFocusOwner()));
        });
        assertThat(owner.get(10, TimeUnit.SECONDS)).isSameAs(field);
    }
}
