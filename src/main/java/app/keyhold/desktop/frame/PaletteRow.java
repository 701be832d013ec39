package app.keyhold.desktop.frame;

import java.util.Optional;
import javafx.scene.input.KeyCombination;

/// A line of the palette.
sealed interface PaletteRow {
    /// What there is to find, in the order of the groups where they are found equally well.
    enum Kind {
        HERE,
        ACTION,
        PLACE,
        KEY,
        SETTING,
        HELP
    }

    /// @param shown how many of the `found` follow
    record Heading(Kind kind, int shown, int found) implements PaletteRow {}

    /// @param detail what tells it from others: a key's id, the screen of an action
    /// @param hindrance why it can't be done now
    record Entry(
            Kind kind,
            String name,
            String detail,
            Optional<KeyCombination> keys,
            Optional<String> hindrance,
            SearchTerms terms,
            Runnable action)
            implements PaletteRow {}
}
