package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Words;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The further keys on the sheet, a row each.
final class RecipientRows {
    private static final Words WORDS = Words.of(RecipientRows.class);
    private final SheetModel sheet;
    private final VBox rows;

    RecipientRows(SheetModel sheet, VBox rows) {
        this.sheet = sheet;
        this.rows = rows;
        sheet.further().subscribe(this::show);
        show();
    }

    private void show() {
        rows.getChildren().setAll(sheet.further().stream().map(this::row).toList());
        rows.setManaged(!sheet.further().isEmpty());
    }

    private HBox row(ObjectProperty<KeyChoice> choice) {
        var key = new ComboBox<>(sheet.keys());
        key.setCellFactory(_ -> new KeyCell());
        key.setButtonCell(new KeyCell());
        key.setAccessibleText(WORDS.get("sheet.anotherKey"));
        key.setMaxWidth(Double.MAX_VALUE);
        key.setValue(choice.get());
        key.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                choice.set(chosen);
            }
        });
        HBox.setHgrow(key, Priority.ALWAYS);
        var remove = Icons.button(
                Feather.X, WORDS.get("sheet.removeKey", choice.get().name()), () -> sheet.further().remove(choice));
        remove.getStyleClass().add("flat");
        return new HBox(4, key, remove);
    }
}
