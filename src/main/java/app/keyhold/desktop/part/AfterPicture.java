package app.keyhold.desktop.part;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Something for after the window's next picture. What is done before one is all styled, laid out and painted for it, and
/// holds the window up together.
public final class AfterPicture {
    private AfterPicture() {}

    /// Call on the FX thread.
    public static void run(Runnable action) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                // Called before the picture: this stands behind it.
                Platform.runLater(action);
            }
        }.start();
    }
}
