package app.keyhold.desktop.part;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;

/// A list and what is chosen in it: side by side, or one below the other where text leaves no room for that.
public final class TwoPanes extends SplitPane {
    private static final double BOTH_NEED = 800;

    public TwoPanes() {
        TextScale.follow(this, width -> setOrientation(
                width > 0 && width < BOTH_NEED ? Orientation.VERTICAL : Orientation.HORIZONTAL));
    }
}
