package app.keyhold.desktop.part;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/// The pages of a dialog, one of them in view: wants room for the largest, so that the dialog keeps its size from page to
/// page, and needs it only for the one in view. Each page begins at its top.
public final class Pages extends StackPane {
    public Pages() {
        getChildren().addListener((ListChangeListener<Node>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(page -> page.visibleProperty().addListener((_, _, shown) -> turn(shown)));
            }
        });
    }

    private void turn(boolean shown) {
        requestLayout();
        for (Parent around = getParent(); shown && around != null; around = around.getParent()) {
            if (around instanceof ScrollPane pane) {
                pane.setVvalue(0);
            }
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        double inner = width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
        double least = getManagedChildren().stream()
                .filter(Node::isVisible)
                .mapToDouble(page -> page.minHeight(inner))
                .max()
                .orElse(0);
        return snappedTopInset() + least + snappedBottomInset();
    }
}
