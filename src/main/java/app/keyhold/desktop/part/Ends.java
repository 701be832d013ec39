package app.keyhold.desktop.part;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;

/// Two things at the two ends of a line; one below the other where there is no room for both.
public final class Ends extends Pane {
    private static final double GAP = 12;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getManagedChildren().stream().mapToDouble(Ends::width).sum()
                + GAP * Math.max(0, getManagedChildren().size() - 1)
                + sides();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Node> parts = getManagedChildren();
        double room = width < 0 ? Double.MAX_VALUE : width - sides();
        boolean beside = areBeside(room);
        double total = 0;
        for (Node part : parts) {
            double height = part.prefHeight(beside ? width(part) : room);
            total = beside ? Math.max(total, height) : total + height;
        }
        return snappedTopInset() + snappedBottomInset() + total + (beside ? 0 : GAP * (parts.size() - 1));
    }

    @Override
    protected void layoutChildren() {
        List<Node> parts = getManagedChildren();
        double room = getWidth() - sides();
        double top = snappedTopInset();
        double left = snappedLeftInset();
        if (areBeside(room)) {
            double height = getHeight() - top - snappedBottomInset();
            double last = parts.size() > 1 ? width(parts.getLast()) : 0;
            layoutInArea(parts.getFirst(), left, top, room - last, height, 0, HPos.LEFT, VPos.CENTER);
            if (parts.size() > 1) {
                layoutInArea(parts.getLast(), left + room - last, top, last, height, 0, HPos.RIGHT, VPos.CENTER);
            }
            return;
        }
        for (Node part : parts) {
            double height = part.prefHeight(room);
            layoutInArea(part, left, top, room, height, 0, HPos.LEFT, VPos.CENTER);
            top += height + GAP;
        }
    }

    private boolean areBeside(double room) {
        return getManagedChildren().size() < 2 || computePrefWidth(-1) - sides() <= room;
    }

    /// In one line: a flow would rather be as wide as it wraps at, and gives each of its parts whole pixels.
    private static double width(Node part) {
        return part instanceof FlowPane flow
                ? flow.getChildren().stream().filter(Node::isManaged).mapToDouble(node -> Math.ceil(node.prefWidth(-1)) + flow.getHgap()).sum()
                        - flow.getHgap()
                        + 1
                        + flow.getInsets().getLeft()
                        + flow.getInsets().getRight()
                : part.prefWidth(-1);
    }

    private double sides() {
        return snappedLeftInset() + snappedRightInset();
    }
}
