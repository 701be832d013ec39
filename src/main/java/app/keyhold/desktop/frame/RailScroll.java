package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.ScrollArea;
import javafx.scene.layout.Region;

/// Lets the rail scroll where the window is too low for all its entries.
final class RailScroll extends ScrollArea {
    RailScroll(Region rail) {
        super(rail);
        // It narrows to its icons without this pane being asked anew, and what it was asked before is kept.
        rail.minWidthProperty().subscribe(this::requestLayout);
        setFitToHeight(true);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
        getStyleClass().add("rail-scroll");
    }

    /// As wide as the rail: a viewport alone would let it be any width.
    @Override
    protected double computePrefWidth(double height) {
        return getContent().minWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return getContent().minWidth(-1);
    }
}
