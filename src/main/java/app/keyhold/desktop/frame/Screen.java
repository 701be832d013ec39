package app.keyhold.desktop.frame;

import java.util.List;
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

    /// The vault is locked: cancel what runs, forget what is shown.
    default void dispose() {}
}
