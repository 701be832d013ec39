package app.keyhold.desktop.frame;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/// The first node of a tree that would take the keyboard.
final class FocusFinder {
    private FocusFinder() {}

    static Optional<Node> first(Node node) {
        // What is only told beside the matter is nothing to begin with.
        if (!node.isVisible() || node.isDisabled() || node.getStyleClass().contains("aside")) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        // Also before its skin has taken the content in.
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            return first(scroll.getContent());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
