package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The pairs of the encryption context on the sheet, a row each.
final class ContextRows {
    private static final Words WORDS = Words.of(ContextRows.class);
    private final SheetModel sheet;
    private final VBox rows;
    private final Runnable changed;

    /// @param changed told of every letter
    ContextRows(SheetModel sheet, VBox rows, Runnable changed) {
        this.sheet = sheet;
        this.rows = rows;
        this.changed = changed;
        sheet.context().subscribe(this::show);
        show();
    }

    private void show() {
        rows.getChildren().setAll(sheet.context().stream().map(this::row).toList());
        changed.run();
    }

    private HBox row(ContextEntry entry) {
        var name = field(WORDS.get("context.name"), WORDS.get("context.nameSpoken"), entry.nameProperty());
        var value = field(WORDS.get("context.value"), WORDS.get("context.valueSpoken"), entry.valueProperty());
        value.setId("context-value");
        HBox.setHgrow(value, Priority.ALWAYS);
        name.getStyleClass().add("context-name");
        var remove = Icons.button(Feather.X, WORDS.get("context.remove"), () -> sheet.context().remove(entry));
        remove.getStyleClass().add("flat");
        return new HBox(4, name, value, remove);
    }

    private TextField field(String what, String spoken, StringProperty text) {
        var field = new TextField();
        field.setPromptText(what);
        field.setAccessibleText(spoken);
        Texts.code(field).getStyleClass().add("mono");
        field.textProperty().bindBidirectional(text);
        field.textProperty().addListener(_ -> changed.run());
        return field;
    }
}
