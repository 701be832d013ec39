package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Words;
import app.keyhold.desktop.theme.Appearance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// What the frame itself can do, whatever screen is in view.
final class FrameCommands {
    private static final Words WORDS = Words.of(FrameCommands.class);

    private FrameCommands() {}

    /// @param dialogShown whether a dialog has the keyboard: nothing behind it is taken back
    /// @param actions what opens the palette and so on
    static List<Command> of(
            Navigator navigator, Appearance appearance, BooleanSupplier dialogShown, Actions actions) {
        var commands = new ArrayList<Command>();
        List<Place> places = navigator.places();
        for (int i = 0; i < places.size() && i < 9; i++) {
            Place place = places.get(i);
            commands.add(Command.of("Go to " + place.title(), "Shortcut+" + (i + 1), () -> navigator.go(place)));
        }
        commands.add(Command.of("Search keys and actions", "Shortcut+K", actions::palette));
        commands.add(Command.of("Lock the vault", "Shortcut+L", actions::lock));
        commands.add(Command.of("Search in this screen", "Shortcut+F", () -> navigator.currentScreen().focusSearch()));
        commands.add(Command.of("Search in this screen again", "F3", () -> navigator.currentScreen().focusSearch()));
        commands.add(Command.of("Back", "Alt+Left", navigator::back));
        commands.add(Command.of("Forward", "Alt+Right", navigator::forward));
        var undo = navigator.context().undo();
        commands.add(Command.of(WORDS.get("undo.undo"), "Shortcut+Z", unless(dialogShown, undo::undo)));
        commands.add(Command.of(WORDS.get("undo.redo"), "Shortcut+Shift+Z", unless(dialogShown, undo::redo)));
        commands.add(Command.of("Larger text", "Shortcut+Equals", appearance::enlargeText));
        commands.add(Command.of("Larger text", "Shortcut+Plus", appearance::enlargeText));
        commands.add(Command.of("Smaller text", "Shortcut+Minus", appearance::reduceText));
        commands.add(Command.of("Text in its normal size", "Shortcut+0", appearance::resetText));
        commands.add(Command.of("Next pane", "F6", actions::nextPane));
        commands.add(Command.of("Keyboard", "Shortcut+Slash", actions::shortcuts));
        commands.add(Command.of("Jobs", "Shortcut+J", () -> navigator.go(Place.FILES)));
        commands.add(Command.of("Settings", "Shortcut+Comma", () -> navigator.go(Place.SETTINGS)));
        commands.add(Command.of("Leave", "Esc", () -> navigator.currentScreen().escape()));
        elsewhere(commands, navigator, Place.KEYS, "Create key", "Shortcut+N");
        elsewhere(commands, navigator, Place.FILES, "Encrypt files…", "Shortcut+E");
        elsewhere(commands, navigator, Place.FILES, "Decrypt files…", "Shortcut+D");
        elsewhere(commands, navigator, Place.AUDIT, "Verify chain", "Shortcut+Shift+V");
        return commands;
    }

    private static Runnable unless(BooleanSupplier shown, Runnable action) {
        return () -> {
            if (!shown.getAsBoolean()) {
                action.run();
            }
        };
    }

    /// A screen's own command, reached from the other screens by the same keys.
    private static void elsewhere(List<Command> commands, Navigator navigator, Place place, String name, String keys) {
        if (navigator.places().contains(place)) {
            Command there = Command.of(name, keys, () -> {
                navigator.go(place);
                navigator.screen(place).commands().stream()
                        .filter(command -> command.keys().equals(Command.of("", keys, () -> {}).keys()))
                        .findFirst()
                        .ifPresent(command -> command.action().run());
            });
            commands.add(there);
        }
    }

    interface Actions {
        void palette();

        void lock();

        void shortcuts();

        void nextPane();
    }
}
