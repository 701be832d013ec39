package app.keyhold.desktop.frame;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.KeyCombination;

/// Something a person can do, by its verb, for the palette and the keyboard.
///
/// @param hindrance why it can't be done now, as a sentence; empty while it can
public record Command(
        String name, Optional<KeyCombination> keys, Runnable action, Supplier<Optional<String>> hindrance) {
    public static Command of(String name, Runnable action) {
        return new Command(name, Optional.empty(), action, Optional::empty);
    }

    /// @param keys as JavaFX writes them: `Shortcut+N`, `Delete`, `F2`
    public static Command of(String name, String keys, Runnable action) {
        return new Command(name, Optional.of(KeyCombination.valueOf(keys)), action, Optional::empty);
    }

    /// The same, which the palette shows with the reason while it can't be done.
    public Command unless(Supplier<Optional<String>> hindrance) {
        return new Command(name, keys, action, hindrance);
    }
}
