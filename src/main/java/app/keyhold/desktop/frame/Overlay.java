package app.keyhold.desktop.frame;

import javafx.scene.Node;

/// A dialog over the whole frame. One at a time; focus goes to its first field and returns when it closes.
public interface Overlay {
    void show(Node content);

    void close();
}
