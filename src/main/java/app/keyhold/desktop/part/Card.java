package app.keyhold.desktop.part;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A bordered box, with a section title where it has one.
public final class Card extends VBox {
    /// Empty, for views that fill it.
    public Card() {
        this(new Node[0]);
    }

    public Card(Node... content) {
        super(content);
        getStyleClass().add("card-box");
    }

    public static Card titled(String title, Node... content) {
        var heading = new Label(title);
        heading.getStyleClass().add("h2");
        var card = new Card(heading);
        card.getChildren().addAll(content);
        return card;
    }
}
