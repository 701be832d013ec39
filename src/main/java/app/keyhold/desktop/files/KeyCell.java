package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/// A key to choose: its name, and its kind at the right.
final class KeyCell extends ListCell<KeyChoice> {
    @Override
    protected void updateItem(KeyChoice item, boolean empty) {
        super.updateItem(item, empty);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
        } else {
            setText(item.name());
            var row = new HBox(8, Texts.of(item.name()), new Spring(), Texts.of(item.kind(), "muted"));
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
