package app.keyhold.desktop.tour;

import app.keyhold.desktop.part.TextScale;
import app.keyhold.desktop.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;

/// Takes pictures of a scene graph that is on no screen. FX thread only.
final class Camera {
    private final Parent subject;
    private Scene scene;
    private Optional<View> dressed = Optional.empty();

    Camera(Parent subject) {
        this.subject = subject;
        this.scene = new Scene(subject, 1280, 800);
    }

    /// A scene keeps the size it was made with, so another size needs another scene.
    ///
    /// @return the scene
    Scene prepare(View view) {
        if (scene.getWidth() != view.width() || scene.getHeight() != view.height()) {
            renew(view);
        }
        dress(view);
        return scene;
    }

    /// In a scene of its own: one that is in no window paints some of what has changed since its last picture as it was.
    void prepareForPicture(View view) {
        renew(view);
        dress(view);
    }

    private void renew(View view) {
        scene.setRoot(new Region());
        scene = new Scene(new Region(), view.width(), view.height());
        // Known before anything is shown in it, as in a window.
        Theme.prepare(scene, view.look());
        TextScale.set(scene, view.textSize() / 100.0);
        scene.setRoot(subject);
        dressed = Optional.empty();
    }

    private void dress(View view) {
        if (!dressed.equals(Optional.of(view))) {
            Theme.dress(scene, view.look(), view.textSize());
            if (view.mirrored()) {
                Theme.mirror(scene, true);
            }
            dressed = Optional.of(view);
        }
        subject.applyCss();
        subject.layout();
    }

    WritableImage take() {
        // A cell that came into view with the last layout has the style it had when it was last in view.
        subject.lookupAll(".cell").forEach(Node::applyCss);
        return scene.snapshot(null);
    }

    static void write(WritableImage picture, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile())) {
                throw new IOException("This runtime writes no PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
