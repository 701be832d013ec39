package app.keyhold.desktop.window;

import app.keyhold.Wiring;
import app.keyhold.desktop.DesktopApp;
import app.keyhold.desktop.DesktopParts;
import app.keyhold.desktop.settings.DesktopPreferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// The desktop of somebody who has no vault yet, in a process of its own. Once the first page has been on the screen for a
/// while, says where its choices and their texts lie, a line each (`id|text|x|y|width|height`), and leaves a picture of
/// what the screen shows there. Arguments are an empty folder and the picture's file.
final class FirstPageHost {
    /// The frames a person would look at the page for.
    private static final int FRAMES = 90;

    private FirstPageHost() {}

    public static void main(String[] arguments) {
        Path empty = Path.of(arguments[0]);
        var wiring = new Wiring(Clock.systemUTC(), empty.resolve("state"));
        Thread.ofPlatform().daemon().start(() -> awaitWindow(Path.of(arguments[1])));
        DesktopApp.launch(DesktopParts.of(wiring.vaults(), wiring::files, Clock.systemUTC(), DesktopPreferences.inMemory())
                .opening(empty.resolve("personal.keyhold"), List.of())
                .withDemo(() -> {
                    throw new IllegalStateException("Nobody presses it here");
                }));
    }

    private static void awaitWindow(Path picture) {
        try {
            while (shown().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            Platform.runLater(() -> lookLater(shown().orElseThrow(), picture));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Stage> shown() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(Window::isShowing)
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .findFirst();
    }

    private static void lookLater(Stage stage, Path picture) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == FRAMES) {
                    stop();
                    look(stage.getScene(), stage, picture);
                }
            }
        }.start();
    }

    private static void look(Scene scene, Stage stage, Path picture) {
        say("scene", "", 0, 0, scene.getWidth(), scene.getHeight());
        for (String id : FirstPageTest.CHOICES) {
            Node choice = scene.lookup("#" + id);
            say(id, "", choice.localToScene(choice.getLayoutBounds()));
            texts(choice, id);
        }
        var area = new Rectangle2D(
                stage.getX() + scene.getX(), stage.getY() + scene.getY(), scene.getWidth(), scene.getHeight());
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(new Robot().getScreenCapture(null, area), null), "png", picture.toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        System.out.println(FirstPageTest.LOOKED);
    }

    private static void texts(Node node, String id) {
        if (node instanceof Text text) {
            say(id, text.getText(), text.localToScene(text.getLayoutBounds()));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> texts(child, id));
        }
    }

    private static void say(String id, String text, Bounds place) {
        say(id, text, place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
    }

    private static void say(String id, String text, double x, double y, double width, double height) {
        System.out.printf("%s|%s|%d|%d|%d|%d%n", id, text.replace("\n", " "), (int) x, (int) y, (int) width, (int) height);
    }
}
