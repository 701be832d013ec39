package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.InView;
import app.keyhold.desktop.part.ScrollArea;
import javafx.application.Platform;

/// Lets the rail scroll where the window is too low for all its entries; that of the screen in view is always seen.
final class RailScroll extends ScrollArea {
    RailScroll(Rail rail, Navigator navigator) {
        super(rail);
        // It narrows to its icons without this pane being asked anew, and what it was asked before is kept.
        rail.minWidthProperty().subscribe(this::requestLayout);
        setFitToHeight(true);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
        getStyleClass().add("rail-scroll");
        viewportBoundsProperty().subscribe(_ -> bringChosen(rail));
        rail.heightProperty().subscribe(_ -> bringChosen(rail));
        navigator.currentProperty().subscribe(_ -> bringChosen(rail));
    }

    /// When what is being laid out has its place.
    private static void bringChosen(Rail rail) {
        Platform.runLater(() -> rail.chosen().ifPresent(InView::bring));
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
