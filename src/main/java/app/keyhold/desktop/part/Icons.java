package app.keyhold.desktop.part;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons, sized by the theme: 16 px, `small` 12 px, `large` 32 px.
public final class Icons {
    /// Along the line: they turn round where it is written from the right.
    private static final Set<Feather> POINTING = EnumSet.of(
            Feather.ARROW_LEFT,
            Feather.ARROW_RIGHT,
            Feather.CHEVRON_LEFT,
            Feather.CHEVRON_RIGHT,
            Feather.CHEVRONS_LEFT,
            Feather.CHEVRONS_RIGHT);

    private Icons() {}

    public static FontIcon of(Feather icon, String... styles) {
        var graphic = new FontIcon(icon);
        graphic.getStyleClass().setAll("icon");
        graphic.getStyleClass().addAll(styles);
        if (POINTING.contains(icon)) {
            graphic.getStyleClass().add("points");
        }
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
