package app.keyhold.desktop;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.Navigator;
import app.keyhold.desktop.theme.Theme;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The whole desktop in a window, with hands to work in it.
public final class ShellWindow implements AutoCloseable {
    private final Background background = Background.onFxThread();
    private final Shell shell;
    private final Scene scene;
    private final DesktopRobot robot;

    private ShellWindow(DesktopParts parts, double width, double height) {
        shell = new Shell(parts, background, _ -> {});
        scene = new Scene(shell.root(), width, height);
        robot = new DesktopRobot(scene);
        Theme.dress(scene, false, 100);
    }

    /// As the desktop starts.
    public static ShellWindow show(Stage stage, DesktopParts parts) {
        return show(stage, parts, 1280, 800, Shell::start);
    }

    /// @param begin what the shell does first
    public static ShellWindow show(Stage stage, DesktopParts parts, double width, double height, Consumer<Shell> begin) {
        var window = new ShellWindow(parts, width, height);
        OneStage.show(stage, window.scene);
        stage.show();
        begin.accept(window.shell);
        return window;
    }

    public Shell shell() {
        return shell;
    }

    public Scene scene() {
        return scene;
    }

    public DesktopRobot robot() {
        return robot;
    }

    /// Of the open vault.
    public Navigator navigator() {
        return shell.frame().orElseThrow().navigator();
    }

    @Override
    public void close() {
        robot.run(shell::stop);
        background.close();
    }
}
