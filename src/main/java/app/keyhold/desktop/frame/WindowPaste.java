package app.keyhold.desktop.frame;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Ctrl+V of files, wherever the focus is. Text goes first where text is written, and a dialog has the keyboard for itself.
final class WindowPaste {
    private static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");

    private final Consumer<List<Path>> take;
    private final BooleanSupplier dialogShown;

    WindowPaste(Consumer<List<Path>> take, BooleanSupplier dialogShown) {
        this.take = take;
        this.dialogShown = dialogShown;
    }

    /// A filter: a text field would take the keys even where it can do nothing with what is on the clipboard.
    void listenOn(Node window) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (PASTE.match(event)) {
                var clipboard = Clipboard.getSystemClipboard();
                boolean writing = event.getTarget() instanceof TextInputControl;
                List<Path> files = files(clipboard);
                if (isForFiles(files, writing, clipboard.hasString())) {
                    event.consume();
                    take.accept(files);
                }
            }
        });
    }

    /// @param writing whether a text field has the focus
    boolean isForFiles(List<Path> files, boolean writing, boolean textToo) {
        return !files.isEmpty() && !dialogShown.getAsBoolean() && !(writing && textToo);
    }

    private static List<Path> files(Clipboard clipboard) {
        List<File> files = clipboard.hasFiles() ? clipboard.getFiles() : null;
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }
}
