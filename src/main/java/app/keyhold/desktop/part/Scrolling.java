package app.keyhold.desktop.part;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// As high as its content, lines broken as wide as it is; where there is less room the content shrinks as far as it can, then
/// scrolls. A scroll pane alone takes broken lines for single ones.
public final class Scrolling extends ScrollArea {
    private static final double LEAST = 64;

    public Scrolling() {
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(LEAST);
        getStyleClass().add("scrolling");
    }

    public Scrolling(Node content) {
        this();
        setContent(content);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        @Nullable Node content = getContent();
        double sides = snappedLeftInset() + snappedRightInset();
        double ends = snappedTopInset() + snappedBottomInset();
        return ends + (content == null ? 0 : content.prefHeight(width < 0 ? width : width - sides));
    }
}
