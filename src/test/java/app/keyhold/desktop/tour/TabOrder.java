package app.keyhold.desktop.tour;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Where Tab leads, press by press, from the first thing that can be reached. FX thread only.
final class TabOrder {
    private static final int MOST = 500;

    private TabOrder() {}

    /// @return what is wrong: a place that Tab does not leave, or one it never reaches
    static List<String> faults(Parent root) {
        Set<Node> reachable = new LinkedHashSet<>();
        collect(root, reachable);
        if (reachable.size() < 2) {
            return List.of();
        }
        var faults = new ArrayList<String>();
        Set<Node> reached = new LinkedHashSet<>();
        reachable.iterator().next().requestFocus();
        Scene scene = root.getScene();
        for (int press = 0; press < MOST; press++) {
            Node owner = scene.getFocusOwner();
            if (owner == null || !reached.add(whole(owner))) {
                break;
            }
            tab(owner);
            if (scene.getFocusOwner() == owner) {
                faults.add("Tab stays in " + owner);
                break;
            }
        }
        reachable.stream()
                .filter(node -> !reached.contains(node))
                .findFirst()
                .filter(_ -> faults.isEmpty())
                .ifPresent(node -> faults.add("Tab never comes to " + node));
        return faults;
    }

    private static Node whole(Node part) {
        for (Node node = part; node != null; node = node.getParent()) {
            if (node instanceof Spinner || node instanceof ComboBoxBase) {
                return node;
            }
        }
        return part;
    }

    private static void tab(Node owner) {
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(owner, new KeyEvent(type, "", "", KeyCode.TAB, false, false, false, false));
        }
    }

    private static void collect(Node node, Set<Node> reachable) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && isInTree(node) && !isReachedByArrows(node)) {
            reachable.add(node);
        }
        // Their parts take the focus for them.
        boolean whole = node instanceof Spinner || node instanceof ComboBoxBase;
        if (node instanceof Parent parent && !whole) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, reachable));
        }
    }

    /// A group of toggles is one stop for Tab: the chosen one.
    private static boolean isReachedByArrows(Node node) {
        return node instanceof Toggle toggle && toggle.getToggleGroup() != null && !toggle.isSelected();
    }

    private static boolean isInTree(Node node) {
        return Optional.ofNullable(node.getScene()).isPresent() && node.isManaged();
    }
}
