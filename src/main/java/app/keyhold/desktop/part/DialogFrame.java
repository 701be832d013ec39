package app.keyhold.desktop.part;

import javafx.scene.layout.VBox;

/// What an overlay shows, no higher than the window: what scrolls in it shrinks, so that its buttons stay in view.
public class DialogFrame extends VBox {
    private static final double MARGIN = 32;

    @Override
    protected final double computePrefHeight(double width) {
        double most = getScene() == null ? Double.MAX_VALUE : getScene().getHeight() - MARGIN;
        return Math.min(super.computePrefHeight(width), most);
    }
}
