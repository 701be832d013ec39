package app.keyhold.desktop.part;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.geometry.Pos;
import org.kordamp.ikonli.feather.Feather;

/// What stands where a list would be, when there is nothing to list: an icon, a title, a sentence, what to do.
public final class StateView extends VBox {
    private final HBox actions = new HBox(8);

    public StateView(Feather icon, String title, String sentence) {
        var text = new Label(sentence);
        text.getStyleClass().add("sentence");
        actions.setAlignment(Pos.CENTER);
        getStyleClass().add("state-view");
        getChildren().addAll(Icons.of(icon, "large", "off"), Texts.of(title, "lead"), text);
    }

    public StateView primary(String verb, Runnable action) {
        return action(verb, action, "accent");
    }

    public StateView secondary(String verb, Runnable action) {
        return action(verb, action);
    }

    private StateView action(String verb, Runnable action, String... styles) {
        var button = new Button(verb);
        button.getStyleClass().addAll(styles);
        button.setOnAction(_ -> action.run());
        actions.getChildren().add(button);
        if (!getChildren().contains(actions)) {
            getChildren().add(actions);
        }
        return this;
    }
}
