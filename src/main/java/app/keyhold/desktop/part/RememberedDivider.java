package app.keyhold.desktop.part;

import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// Keeps where a person dragged the divider between two panes to. What a screen sets by itself is not kept.
public final class RememberedDivider {
    private final LayoutMemory memory;
    private final String name;

    /// @param name of the divider, among all of the desktop
    public RememberedDivider(SplitPane panes, LayoutMemory memory, String name) {
        this.memory = memory;
        this.name = "divider." + name;
        panes.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node node && isDivider(node) && panes.getDividers().size() == 1) {
                memory.put(this.name, String.format(Locale.ROOT, "%.4f", panes.getDividerPositions()[0]));
            }
        });
    }

    private static boolean isDivider(Node node) {
        return node.getStyleClass().contains("split-pane-divider")
                || node.getParent() != null && node.getParent().getStyleClass().contains("split-pane-divider");
    }

    /// Where it was left, as a share of the width; empty if nobody ever moved it.
    public OptionalDouble position() {
        try {
            double kept = memory.get(name).map(Double::parseDouble).orElse(Double.NaN);
            return kept > 0 && kept < 1 ? OptionalDouble.of(kept) : OptionalDouble.empty();
        } catch (NumberFormatException unreadable) {
            return OptionalDouble.empty();
        }
    }
}
