package app.keyhold;

import app.keyhold.desktop.tour.Tour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// What a build runs once, under `-XX:AOTCacheOutput`, after [Rehearsal]: the desktop on its vault, unlocked and looked
/// through by keys, on JavaFX's own headless platform unless the build has a screen that nobody sees
/// (`-Dkeyhold.rehearsal.screen=true`). A person never starts it.
final class DesktopRehearsal {
    private static final int SCREENS = 9;
    private static final long A_LOOK_MILLIS = 400;
    private static final long PATIENCE_MILLIS = 60_000;

    private final Path folder;

    /// @param folder the one that a [Rehearsal] was in
    DesktopRehearsal(Path folder) {
        this.folder = folder;
    }

    void run() throws IOException {
        if (!Boolean.getBoolean("keyhold.rehearsal.screen")) {
            Tour.withoutDisplay();
        }
        String passphrase = Files.readString(folder.resolve("passphrase")).strip();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                waitForAWindow();
                passphrase.codePoints().mapToObj(Character::toString).forEach(DesktopRehearsal::type);
                press(KeyCode.ENTER, false);
                TimeUnit.MILLISECONDS.sleep(3 * A_LOOK_MILLIS);
                for (int screen = 0; screen < SCREENS; screen++) {
                    press(KeyCode.values()[KeyCode.DIGIT1.ordinal() + screen], true);
                    TimeUnit.MILLISECONDS.sleep(A_LOOK_MILLIS);
                }
            } catch (InterruptedException nobodyDoes) {
                Thread.currentThread().interrupt();
            } finally {
                Platform.exit();
            }
        });
        DesktopWiring.open(new Wiring(), Optional.of(folder.resolve("rehearsal.keyhold")), List.of());
    }

    private static void waitForAWindow() throws InterruptedException {
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (Window.getWindows().isEmpty() && System.currentTimeMillis() < until) {
            TimeUnit.MILLISECONDS.sleep(A_LOOK_MILLIS);
        }
        TimeUnit.MILLISECONDS.sleep(A_LOOK_MILLIS);
    }

    private static void type(String letter) {
        fire(KeyEvent.KEY_TYPED, letter, KeyCode.UNDEFINED, false);
    }

    private static void press(KeyCode key, boolean control) {
        fire(KeyEvent.KEY_PRESSED, "", key, control);
        fire(KeyEvent.KEY_RELEASED, "", key, control);
    }

    private static void fire(EventType<KeyEvent> type, String letter, KeyCode key, boolean control) {
        Platform.runLater(() -> Window.getWindows().stream().findFirst().ifPresent(window -> {
            EventTarget focused = Optional.<EventTarget>ofNullable(window.getScene().getFocusOwner())
                    .orElse(window.getScene());
            Event.fireEvent(focused, new KeyEvent(type, letter, "", key, false, control, false, false));
        }));
    }
}
