package app.keyhold.desktop.part;

import javafx.scene.layout.StackPane;

/// A page before a vault is open: one card in the middle, or scrolling where the window is lower.
public final class GatePage extends ScrollArea {
    public GatePage(Card card) {
        super(new StackPane(card));
        card.setMaxHeight(USE_PREF_SIZE);
        getContent().getStyleClass().add("first-run-desk");
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        getStyleClass().add("gate");
    }
}
