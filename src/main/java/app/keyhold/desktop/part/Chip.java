package app.keyhold.desktop.part;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// A filter: `Key payroll`, 24 px high. What pressing it does is the screen's business.
public final class Chip extends Button {
    private static final Words WORDS = Words.of(Chip.class);

    private final Label value = new Label();
    private final HBox content = new HBox(value);

    public Chip(String name) {
        super(name);
        getStyleClass().add("chip");
        value.getStyleClass().add("value");
        content.setSpacing(6);
        content.setAlignment(Pos.CENTER_LEFT);
    }

    /// Shows the chosen value behind the name.
    public Chip withValue(String text) {
        value.setText(text);
        setGraphic(content);
        setContentDisplay(ContentDisplay.RIGHT);
        setAccessibleText(WORDS.get("chip.value", getText(), text));
        return this;
    }

    /// Adds a cross; pressing the chip takes the filter away.
    public Chip removable(Runnable remove) {
        content.getChildren().add(Icons.of(Feather.X, "small"));
        setAccessibleText(WORDS.get("chip.remove", getText(), value.getText()));
        setOnAction(_ -> remove.run());
        return this;
    }
}
