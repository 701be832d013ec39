package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Em;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Room for a screen: what there is, but never less than it needs to be of use. The rest scrolls.
final class ScreenScroll extends ScrollPane {
    /// @param least height in em
    ScreenScroll(Region screen, double least) {
        super(screen);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().add("screen-scroll");
        Em.follow(this, least, screen::setMinHeight);
        // JavaFX keeps a picture of what a scroll pane last showed, 3 MB for each screen that was ever in view
        skinProperty().subscribe(_ -> Optional.ofNullable(lookup(".viewport")).ifPresent(shown -> shown.setCache(false)));
    }
}
