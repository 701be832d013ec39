package app.keyhold.desktop.frame;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/// The first node of a tree that would take the keyboard.
final class FocusFinder {
    private FocusFinder() {}

    static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
