package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.ScrollArea;
import javafx.scene.layout.Region;

/// Room for a screen: what there is, but never less than it needs to be of use. The rest scrolls.
final class ScreenScroll extends ScrollArea {
    /// @param least height in em
    ScreenScroll(Region screen, double least) {
        super(screen);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().add("screen-scroll");
        Em.follow(this, least, screen::setMinHeight);
    }
}
