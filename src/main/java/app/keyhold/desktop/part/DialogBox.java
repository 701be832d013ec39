package app.keyhold.desktop.part;

import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What an overlay shows: a title, something, and buttons with verbs on them. The caller closes it.
public final class DialogBox extends DialogFrame {
    private final VBox body = new VBox();
    private final HBox buttons = new HBox(8);

    public DialogBox(String title, Node... content) {
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("dialog-box");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title);
        setMaxHeight(USE_PREF_SIZE);
        body.getStyleClass().add("groups");
        body.getChildren().addAll(content);
        getChildren().addAll(Texts.wrapped(title, "h1"), scrolls(content) ? body : new Scrolling(body), buttons);
    }

    private static boolean scrolls(Node... content) {
        return Arrays.stream(content).anyMatch(ScrollPane.class::isInstance);
    }

    /// Below what it was made with.
    public void add(Node more) {
        body.getChildren().add(more);
    }

    /// The button Enter presses. Style `danger` for what can't be taken back.
    public Button primary(String verb, Runnable action, String... styles) {
        var button = button(verb, action);
        button.setDefaultButton(true);
        button.getStyleClass().addAll(styles);
        return button;
    }

    /// The button Escape presses.
    public Button cancel(String verb, Runnable action) {
        var button = button(verb, action);
        button.setCancelButton(true);
        return button;
    }

    private Button button(String verb, Runnable action) {
        var button = new Button(verb);
        button.setOnAction(_ -> action.run());
        buttons.getChildren().add(button);
        return button;
    }
}
