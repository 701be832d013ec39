package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.AfterPicture;
import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Words;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The Gantt in words: a line a key, soonest first.
final class AgendaTable {
    private static final Words WORDS = Words.of(AgendaTable.class);

    private AgendaTable() {}

    static void fill(TableView<AgendaEntry> table, RotationModel model, Moments moments) {
        TableColumn<AgendaEntry, String> group = column(WORDS.get("column.group"), 150, entry -> model.group(entry.lane()).title());
        model.groupingProperty().subscribe(now -> group.setVisible(now.by() != Grouping.By.NOTHING));
        table.getColumns().add(group);
        table.getColumns().add(column(WORDS.get("column.date"), 130, entry -> entry.when().map(moments.formats()::date).orElse("–")));
        table.getColumns().add(column(WORDS.get("column.when"), 140, entry -> entry.lane().next()));
        table.getColumns().add(column(WORDS.get("column.key"), 220, entry -> entry.lane().name()));
        table.getColumns().add(column(WORDS.get("column.what"), 180, AgendaEntry::what));
        table.getColumns().add(column(WORDS.get("column.rotates"), 150, entry -> entry.lane().period()));
        TableColumn<AgendaEntry, String> materials =
                column(WORDS.get("column.materials"), 90, entry -> String.valueOf(entry.lane().row().materials().size()));
        materials.getStyleClass().add("figure");
        table.getColumns().add(materials);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        Em.fit(table, Em.of(table), Em.ROW);
        // Not in view at first: its rows can wait for the timeline's.
        AfterPicture.run(() -> table.setItems(model.groupedAgenda()));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(entry -> {
                    if (entry != null) {
                        model.chosenProperty().set(java.util.Optional.of(entry.lane()));
                    }
                });
    }

    private static TableColumn<AgendaEntry, String> column(String title, double width, Function<AgendaEntry, String> text) {
        TableColumn<AgendaEntry, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }
}
