package app.keyhold.desktop.part;

import java.util.Arrays;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// A message that stays until it no longer holds. Takes no room while there is nothing to say.
public final class Banner extends HBox {
    private final FontIcon icon = Icons.of(Tone.INFO.glyph());
    private final Label text = new Label();

    public Banner() {
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getStyleClass().add("banner");
        setAccessibleRole(AccessibleRole.TEXT);
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(icon, text);
        hide();
    }

    public Banner(Tone tone, String message) {
        this();
        show(tone, message);
    }

    public void show(Tone tone, String message) {
        var styles = Arrays.stream(Tone.values()).map(Tone::style).toList();
        getStyleClass().removeAll(styles);
        getStyleClass().add(tone.style());
        icon.getStyleClass().removeAll(styles);
        icon.getStyleClass().add(tone == Tone.INFO ? "accented" : tone.style());
        icon.setIconCode(tone.glyph());
        text.setText(message);
        setAccessibleText(message);
        setVisible(true);
        setManaged(true);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    public void show(Problem problem) {
        show(Tone.BAD, problem.text());
    }

    public void hide() {
        setVisible(false);
        setManaged(false);
    }

    public String message() {
        return isVisible() ? text.getText() : "";
    }
}
