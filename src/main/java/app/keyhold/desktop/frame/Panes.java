package app.keyhold.desktop.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;

/// What F6 goes round: the rail, each part of a divided screen, the status bar. Parts that would take no key are left out.
final class Panes {
    private final List<Node> panes = new ArrayList<>();

    /// @param before and after the screen
    Panes(Node before, Node screen, Node after) {
        panes.add(before);
        divided(screen).ifPresentOrElse(split -> panes.addAll(split.getItems()), () -> panes.add(screen));
        panes.add(after);
        panes.removeIf(pane -> FocusFinder.first(pane).isEmpty());
    }

    /// The outermost one.
    private static Optional<SplitPane> divided(Node node) {
        if (node instanceof SplitPane split && split.isVisible() && split.getItems().size() > 1) {
            return Optional.of(split);
        }
        return node instanceof Parent parent && node.isVisible()
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> divided(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    /// @param focused what has the keyboard now
    /// @param direction 1 or -1
    Optional<Node> next(Optional<Node> focused, int direction) {
        if (panes.isEmpty()) {
            return Optional.empty();
        }
        int now = focused.map(this::paneOf).orElse(direction > 0 ? -1 : 0);
        return FocusFinder.first(panes.get(Math.floorMod(now + direction, panes.size())));
    }

    private int paneOf(Node focused) {
        for (int at = 0; at < panes.size(); at++) {
            for (Node node = focused; node != null; node = node.getParent()) {
                if (node == panes.get(at)) {
                    return at;
                }
            }
        }
        return -1;
    }
}
