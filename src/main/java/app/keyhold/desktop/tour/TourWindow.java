package app.keyhold.desktop.tour;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// A window to walk in: JavaFX' own pulses style, lay out and paint what changed, when it is their turn.
final class TourWindow {
    private final Stage stage = new Stage();

    /// On the FX thread.
    TourWindow(Scene shown) {
        stage.setScene(shown);
        stage.show();
    }

    /// Not on the FX thread.
    void awaitPulse() {
        var laidOut = new CompletableFuture<Void>();
        Platform.runLater(() -> {
            Scene scene = stage.getScene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    laidOut.complete(null);
                }
            });
            Platform.requestNextPulse();
        });
        laidOut.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /// On the FX thread.
    void close() {
        stage.close();
    }
}
