package app.keyhold.desktop.firstrun;

import app.keyhold.desktop.part.Words;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/// One page of the first run.
interface Page {
    Node root();

    /// Whether the next page may be asked for.
    ObservableBooleanValue ready();

    /// What the main button says.
    default String verb() {
        return Words.of(Page.class).get("next");
    }

    /// The main button was pressed while the page was ready.
    void proceed();

    /// The page comes into view.
    default void onShow() {}
}
