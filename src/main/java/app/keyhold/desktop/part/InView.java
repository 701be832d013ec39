package app.keyhold.desktop.part;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/// Scrolls what is around a node, no further than it must, until the node is in view; of one that is too high its beginning.
public final class InView {
    private InView() {}

    /// For what has just appeared: lays the scene out first.
    public static void bringNew(Node node) {
        if (node.getScene() != null) {
            Parent root = node.getScene().getRoot();
            root.applyCss();
            root.layout();
            bring(node);
        }
    }

    public static void bring(Node node) {
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane pane) {
                scroll(pane, node);
            }
        }
    }

    private static void scroll(ScrollPane pane, Node node) {
        Node content = pane.getContent();
        double view = pane.getViewportBounds().getHeight();
        double most = content.getLayoutBounds().getHeight() - view;
        if (most > 0) {
            var place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
            double now = pane.getVvalue() * most;
            double wanted = Math.min(Math.max(now, place.getMaxY() - view), place.getMinY());
            pane.setVvalue(Math.clamp(wanted / most, 0, 1));
        }
    }
}
