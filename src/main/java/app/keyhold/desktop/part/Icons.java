package app.keyhold.desktop.part;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons, sized by the theme: 16 px, `small` 12 px, `large` 32 px.
public final class Icons {
    private Icons() {}

    public static FontIcon of(Feather icon, String... styles) {
        var graphic = new FontIcon(icon);
        graphic.getStyleClass().addAll(styles);
        graphic.setFocusTraversable(false);
        return graphic;
    }

    /// A button that is only an icon; `name` is its tooltip and what a screen reader says.
    public static Button button(Feather icon, String name, Runnable action) {
        var button = new Button();
        button.setGraphic(of(icon));
        button.getStyleClass().add("button-icon");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
