package app.keyhold.desktop.keys;

import javafx.scene.Parent;

/// A tab of the key pane.
public interface KeyTab {
    Parent root();

    /// Called when the tab comes into view, and again after each change of the key. What a person has typed into the tab
    /// stays as long as it is the same key.
    void show(KeyView key);
}
