package app.keyhold.desktop.frame;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Finds the command of a key press, the first of those it is told. A control that uses the key itself, such as a text
/// field, comes before.
final class Keyboard {
    private final Supplier<List<Command>> commands;
    private final Consumer<Command> perform;

    Keyboard(Supplier<List<Command>> commands, Consumer<Command> perform) {
        this.commands = commands;
        this.perform = perform;
    }

    void listenOn(Node window) {
        window.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        window.addEventFilter(KeyEvent.KEY_PRESSED, Keyboard::leaveTextArea);
    }

    /// Tab goes on from a text area as from any field: nobody is trapped in one. Ctrl+Tab, which would go on, is left.
    private static void leaveTextArea(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown() && event.getTarget() instanceof TextArea area) {
            event.consume();
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl && !event.isShortcutDown() && !event.isAltDown();
        find(event).filter(command -> !typing || !isTyped(event)).ifPresent(command -> {
            event.consume();
            perform.accept(command);
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
}
