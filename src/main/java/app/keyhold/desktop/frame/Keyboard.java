package app.keyhold.desktop.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Finds the command of a key press: the screen in view first, then the frame. A control that uses the key itself, such
/// as a text field, comes before both.
final class Keyboard {
    private final Supplier<List<Command>> commands;

    Keyboard(Supplier<List<Command>> commands) {
        this.commands = commands;
    }

    void listenOn(Node window) {
        window.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl && !event.isShortcutDown() && !event.isAltDown();
        find(event).filter(command -> !typing || !isTyped(event)).ifPresent(command -> {
            event.consume();
            command.action().run();
        });
    }

    private Optional<Command> find(KeyEvent event) {
        return commands.get().stream()
                .filter(command -> command.keys().filter(keys -> keys.match(event)).isPresent())
                .findFirst();
    }

    /// Keys that write or move inside a field belong to the field; function keys and Escape don't.
    private static boolean isTyped(KeyEvent event) {
        return !event.getCode().isFunctionKey() && event.getCode() != KeyCode.ESCAPE;
    }

    /// @param first wins over `second` where both have the same keys
    static List<Command> merged(List<Command> first, List<Command> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
