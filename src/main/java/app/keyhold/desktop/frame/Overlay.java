package app.keyhold.desktop.frame;

import javafx.scene.Node;

/// A dialog over the whole frame. One at a time; focus goes to its first field and returns when it closes.
public interface Overlay {
    void show(Node content);

    /// The same for what is never shown again: neither Escape nor a click beside it takes it away.
    void showUntilAnswered(Node content);

    void close();
}
