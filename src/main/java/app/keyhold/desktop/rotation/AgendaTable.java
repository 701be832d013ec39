package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Moments;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The Gantt in words: a line a key, soonest first.
final class AgendaTable {
    private AgendaTable() {}

    static void fill(TableView<AgendaEntry> table, RotationModel model, Moments moments) {
        table.getColumns().add(column("Date", 130, entry -> entry.when().map(moments.formats()::date).orElse("–")));
        table.getColumns().add(column("When", 140, entry -> entry.lane().next()));
        table.getColumns().add(column("Key", 220, entry -> entry.lane().name()));
        table.getColumns().add(column("What happens", 180, AgendaEntry::what));
        table.getColumns().add(column("Rotates", 150, entry -> entry.lane().period()));
        table.getColumns().add(column("Materials", 90, entry -> String.valueOf(entry.lane().row().materials().size())));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setItems(model.agenda());
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
