package app.keyhold.desktop;

import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/// Keys as a person presses them, to whatever has the focus. The robot of TestFX waits after every single one, which is
/// most of the time that a typed passphrase takes.
public final class Keyboard {
    private static final int PATIENCE_MILLIS = 10_000;

    private Keyboard() {}

    /// Presses them in this order and lets go of the last one first: one key, or one with its modifiers.
    public static void push(KeyCode... keys) {
        run(() -> {
            var robot = new Robot();
            var order = List.of(keys);
            order.forEach(robot::keyPress);
            order.reversed().forEach(robot::keyRelease);
        });
    }

    /// Letter after letter, each to what has the focus by then.
    public static void write(String text) {
        run(() -> text.codePoints().mapToObj(Character::toString).forEach(Keyboard::type));
    }

    private static void type(String letter) {
        Node focused = focused().findFirst().orElseThrow(() -> new AssertionError("Nothing has the focus."));
        Event.fireEvent(
                focused,
                new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
    }

    private static Stream<Node> focused() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .map(window -> window.getScene().getFocusOwner())
                .flatMap(Stream::ofNullable);
    }

    private static void run(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, action);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
