package app.keyhold.desktop.part;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The shield with the keyhole, in the theme's accent; `large` for the welcome page.
public final class Logo extends StackPane {
    public Logo(String... styles) {
        var hole = new Region();
        hole.getStyleClass().add("hole");
        getStyleClass().add("logo");
        getStyleClass().addAll(styles);
        getChildren().add(hole);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }
}
