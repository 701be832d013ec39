package app.keyhold.desktop.frame;

import java.util.Optional;
import javafx.scene.input.KeyCombination;

/// Something a person can do, by its verb, for the palette and the keyboard.
public record Command(String name, Optional<KeyCombination> keys, Runnable action) {
    public static Command of(String name, Runnable action) {
        return new Command(name, Optional.empty(), action);
    }

    /// @param keys as JavaFX writes them: `Shortcut+N`, `Delete`, `F2`
    public static Command of(String name, String keys, Runnable action) {
        return new Command(name, Optional.of(KeyCombination.valueOf(keys)), action);
    }
}
