package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.desktop.theme.Appearance;
import app.keyhold.desktop.theme.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCombination;

/// What the frame itself can do, whatever screen is in view.
final class FrameCommands {
    private static final Words WORDS = Words.of(FrameCommands.class);
    private static final int NUMBERED = 9;

    private final Navigator navigator;
    private final List<Command> places = new ArrayList<>();
    private final List<Command> actions = new ArrayList<>();
    private final List<Command> always = new ArrayList<>();
    private final List<Command> elsewhere = new ArrayList<>();
    private final List<Command> unlisted = new ArrayList<>();

    /// @param actions what opens the palette and so on
    FrameCommands(Navigator navigator, Appearance appearance, Actions actions) {
        this.navigator = navigator;
        addPlaces();
        addActions(actions, appearance);
        always.add(Command.of(WORDS.get("command.lock"), "Shortcut+L", actions::lock));
        always.add(Command.of(WORDS.get("command.lockWindow"), "Shortcut+Shift+L", actions::lockWindow));
        always.add(Command.of(WORDS.get("command.larger"), "Shortcut+Equals", appearance::enlargeText));
        always.add(Command.of(WORDS.get("command.larger"), "Shortcut+Plus", appearance::enlargeText));
        always.add(Command.of(WORDS.get("command.smaller"), "Shortcut+Minus", appearance::reduceText));
        always.add(Command.of(WORDS.get("command.normal"), "Shortcut+0", appearance::resetText));
        elsewhere(Place.KEYS, "Shortcut+N");
        elsewhere(Place.FILES, "Shortcut+E");
        elsewhere(Place.FILES, "Shortcut+D");
        elsewhere(Place.AUDIT, "Shortcut+Shift+V");
        unlisted.add(Command.of("", "Esc", () -> navigator.currentScreen().escape()));
    }

    private void addPlaces() {
        List<Place> all = navigator.places();
        for (int i = 0; i < all.size(); i++) {
            Place place = all.get(i);
            String name = WORDS.get("command.go", place.title());
            places.add(i < NUMBERED
                    ? Command.of(name, "Shortcut+" + (i + 1), () -> navigator.go(place))
                    : Command.of(name, () -> navigator.go(place)));
        }
        elsewhere.add(Command.of(Place.FILES.title(), "Shortcut+J", () -> navigator.go(Place.FILES)));
        elsewhere.add(Command.of(Place.SETTINGS.title(), "Shortcut+Comma", () -> navigator.go(Place.SETTINGS)));
    }

    private void addActions(Actions doing, Appearance appearance) {
        var undo = navigator.context().undo();
        actions.add(Command.of(WORDS.get("command.search"), "Shortcut+K", doing::palette));
        actions.add(Command.of(WORDS.get("command.find"), "Shortcut+F", () -> navigator.currentScreen().focusSearch()));
        actions.add(Command.of(WORDS.get("command.find"), "F3", () -> navigator.currentScreen().focusSearch()));
        actions.add(Command.of(WORDS.get("undo.undo"), "Shortcut+Z", undo::undo)
                .unless(() -> unless(undo.undoableProperty().get().isPresent(), WORDS.get("undo.nothing"))));
        actions.add(Command.of(WORDS.get("undo.redo"), "Shortcut+Shift+Z", undo::redo)
                .unless(() -> unless(undo.redoableProperty().get().isPresent(), WORDS.get("undo.nothingAgain"))));
        actions.add(Command.of(WORDS.get("command.back"), "Alt+Left", navigator::back)
                .unless(() -> unless(navigator.canGoBackProperty().get(), WORDS.get("command.noBack"))));
        actions.add(Command.of(WORDS.get("command.forward"), "Alt+Right", navigator::forward)
                .unless(() -> unless(navigator.canGoForwardProperty().get(), WORDS.get("command.noForward"))));
        actions.add(Command.of(WORDS.get("command.nextPane"), "F6", () -> doing.nextPane(1)));
        actions.add(Command.of(WORDS.get("command.previousPane"), "Shift+F6", () -> doing.nextPane(-1)));
        actions.add(Command.of(WORDS.get("command.keyboard"), "Shortcut+Slash", doing::shortcuts));
        actions.add(Command.of(WORDS.get("command.help"), "F1", doing::help));
        for (Scheme scheme : Scheme.values()) {
            actions.add(Command.of(WORDS.get("command.look", scheme), () -> appearance.schemeProperty().set(scheme)));
        }
    }

    private static Optional<String> unless(boolean can, String why) {
        return can ? Optional.empty() : Optional.of(why);
    }

    /// A screen's own command, reached from the other screens by the same keys.
    private void elsewhere(Place place, String keys) {
        if (navigator.places().contains(place)) {
            var combination = KeyCombination.valueOf(keys);
            elsewhere.add(Command.of("", keys, () -> {
                navigator.go(place);
                navigator.screen(place).commands().stream()
                        .filter(command -> command.keys().filter(combination::equals).isPresent())
                        .findFirst()
                        .ifPresent(this::perform);
            }));
        }
    }

    /// Ways to each screen.
    List<Command> places() {
        return places;
    }

    /// What the palette and the sheet of keys show, besides the places and what the screens can do.
    List<Command> actions() {
        var all = new ArrayList<>(actions);
        all.addAll(always);
        return all;
    }

    /// What works in a dialog, too.
    List<Command> always() {
        return always;
    }

    /// Whatever a key can mean where no dialog is open: the screen in view comes first.
    List<Command> onKeys() {
        var all = new ArrayList<>(navigator.currentScreen().commands());
        all.addAll(actions);
        all.addAll(always);
        all.addAll(places);
        all.addAll(elsewhere);
        all.addAll(unlisted);
        return all;
    }

    /// Does it, or says why that can't be done now.
    void perform(Command command) {
        command.hindrance()
                .get()
                .ifPresentOrElse(why -> navigator.context().notices().toast(Tone.INFO, why), command.action());
    }

    interface Actions {
        void palette();

        void lock();

        void lockWindow();

        void shortcuts();

        /// @param direction 1 for the next, -1 for the one before
        void nextPane(int direction);

        /// About what is in view.
        void help();
    }
}
