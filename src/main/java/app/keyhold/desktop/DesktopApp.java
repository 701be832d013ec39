package app.keyhold.desktop;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.lock.SessionSignals;
import app.keyhold.desktop.single.Handed;
import app.keyhold.desktop.single.OneWindow;
import app.keyhold.desktop.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The desktop as a JavaFX application: one window.
public final class DesktopApp extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;
    private static final long ANSWER_SECONDS = 5;
    private static final double LOOK_SECONDS = 5;
    /// JavaFX makes the application itself, so what it is made of waits here.
    private static final AtomicReference<DesktopParts> PARTS = new AtomicReference<>();

    private final Background background = Background.onFxThread();
    private final Shell shell;
    private Optional<SessionSignals> signals = Optional.empty();

    public DesktopApp() {
        var parts = PARTS.get();
        if (parts == null) {
            throw new IllegalStateException("Start the desktop through DesktopApp.launch");
        }
        shell = new Shell(parts, background, this::reveal);
    }

    /// Opens the window; returns when it is closed and the vault is locked.
    public static void launch(DesktopParts parts, String... arguments) {
        PrismOrder.choose();
        parts.preferences().languageProperty().get().apply();
        PARTS.set(parts);
        Application.launch(DesktopApp.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        var scene = new Scene(shell.root(), WIDTH, HEIGHT);
        Theme.follow(scene, shell.parts().preferences().appearance());
        keepHouse(scene);
        shell.start();
        stage.setScene(scene);
        stage.titleProperty().bind(shell.titleProperty());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        WindowMemory.keep(stage, shell.parts().preferences().layout());
        stage.getIcons().setAll(AppIcons.all());
        stage.show();
        Platform.setImplicitExit(true);
        signals = Optional.of(SessionSignals.listen(shell::outside, shell::hears));
        shell.parts().window().ifPresent(window -> window.listen(handed -> takes(stage, handed)));
    }

    private void keepHouse(Scene scene) {
        var housekeeping = new Housekeeping(shell.parts().clock(), System::gc);
        scene.addEventFilter(InputEvent.ANY, _ -> housekeeping.used());
        var looks = new Timeline(new KeyFrame(Duration.seconds(LOOK_SECONDS), _ -> housekeeping.look()));
        looks.setCycleCount(Animation.INDEFINITE);
        looks.play();
    }

    /// A second start has come: its files are taken here, unless it wants another vault than this window shows.
    private boolean takes(Stage stage, Handed handed) {
        var answer = new CompletableFuture<Boolean>();
        background.onScreen(() -> {
            boolean taken = shell.take(handed);
            if (taken) {
                stage.setIconified(false);
                stage.toFront();
                stage.requestFocus();
            }
            answer.complete(taken);
        });
        return answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).exceptionally(_ -> false).join();
    }

    /// Not every system can point at a file, every one can open its folder.
    private void reveal(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        Path folder = Files.isDirectory(file) || parent == null ? file : parent;
        getHostServices().showDocument(folder.toUri().toString());
    }

    @Override
    public void stop() {
        shell.parts().window().ifPresent(OneWindow::close);
        signals.ifPresent(SessionSignals::close);
        shell.stop();
        background.close();
    }
}
