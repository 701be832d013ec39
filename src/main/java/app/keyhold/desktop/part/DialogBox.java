package app.keyhold.desktop.part;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What an overlay shows: a title, something, and buttons with verbs on them. The caller closes it.
public final class DialogBox extends VBox {
    private static final double MARGIN = 32;

    private final HBox buttons = new HBox(8);

    public DialogBox(String title, Node... content) {
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("dialog-box");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title);
        setMaxHeight(USE_PREF_SIZE);
        getChildren().add(Texts.wrapped(title, "h1"));
        getChildren().addAll(content);
        getChildren().add(buttons);
    }

    /// No higher than the window: what scrolls in it shrinks.
    @Override
    protected double computePrefHeight(double width) {
        double most = getScene() == null ? Double.MAX_VALUE : getScene().getHeight() - MARGIN;
        return Math.min(super.computePrefHeight(width), most);
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
