package app.keyhold.desktop.frame;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// One screen of the open vault. Made when first shown, on the FX thread; kept until the vault locks, then [#dispose]d.
public interface Screen {
    /// Fills the room between rail and status bar; always the same node.
    Node root();

    /// The screen comes into view: load or refresh what it shows.
    default void onShow() {}

    /// Another screen takes its place.
    default void onHide() {}

    /// Brings one thing into view, by what the caller of [Navigation#open] named: a key id in Keys, Files and Audit.
    default void open(String subject) {}

    /// What is open in it, for the way back and the title bar; empty while nothing is.
    default ObservableValue<Optional<Subject>> subject() {
        // one that all screens shared would hold their listeners, and with them every vault that was ever open
        return new ReadOnlyObjectWrapper<>(Optional.<Subject>empty()).getReadOnlyProperty();
    }

    /// Closes what is open in it.
    default void closeSubject() {}

    /// The height below which it is of no use, in em; 0 if it scrolls by itself.
    default double leastHeight() {
        return 0;
    }

    /// Ctrl+F and F3.
    default void focusSearch() {}

    /// Esc, when nothing else took it: clear, then close the pane.
    ///
    /// @return whether there was something to leave
    default boolean escape() {
        return false;
    }

    /// What the palette and the keyboard can do while this screen is in view.
    default List<Command> commands() {
        return List.of();
    }

    /// What can be set on this screen, for the palette.
    default List<Setting> settings() {
        return List.of();
    }

    /// The vault is locked: cancel what runs, forget what is shown.
    default void dispose() {}
}
