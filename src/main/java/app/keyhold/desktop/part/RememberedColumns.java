package app.keyhold.desktop.part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.util.Duration;

/// Keeps a table's columns as a person left them: order, width, which are shown, what it is sorted by. Call once the table
/// has its columns; a column is known by its id, or by its place if it has none.
///
/// A note reads `alias=140,-created=100;alias+`: columns in order, hidden ones with a minus; then what sorts, up or down.
public final class RememberedColumns {
    /// A drag of a column's edge is one change.
    private static final Duration SETTLED = Duration.millis(400);

    private final TableView<?> table;
    private final LayoutMemory memory;
    private final String name;
    private final Map<String, TableColumn<?, ?>> columns = new LinkedHashMap<>();

    private RememberedColumns(TableView<?> table, LayoutMemory memory, String name) {
        this.table = table;
        this.memory = memory;
        this.name = "columns." + name;
        int place = 0;
        for (TableColumn<?, ?> column : table.getColumns()) {
            columns.put(Optional.ofNullable(column.getId()).orElse("c" + place), column);
            place++;
        }
    }

    /// @param name of the table, among all tables of the desktop
    public static <T> void keep(TableView<T> table, LayoutMemory memory, String name) {
        var kept = new RememberedColumns(table, memory, name);
        memory.get(kept.name).ifPresent(note -> kept.apply(table, note));
        kept.listen();
    }

    private void listen() {
        var settled = new PauseTransition(SETTLED);
        settled.setOnFinished(_ -> memory.put(name, note()));
        InvalidationListener changed = _ -> settled.playFromStart();
        columns.values().forEach(column -> {
            column.widthProperty().addListener(changed);
            column.visibleProperty().addListener(changed);
            column.sortTypeProperty().addListener(changed);
        });
        table.getColumns().addListener(changed);
        table.getSortOrder().addListener(changed);
    }

    private String note() {
        String shown = table.getColumns().stream()
                .map(column -> (column.isVisible() ? "" : "-") + id(column) + "=" + Math.round(column.getWidth()))
                .collect(Collectors.joining(","));
        String sorted = table.getSortOrder().stream()
                .map(column -> id(column) + (column.getSortType() == SortType.ASCENDING ? "+" : "-"))
                .collect(Collectors.joining(","));
        return shown + ";" + sorted;
    }

    private String id(TableColumn<?, ?> column) {
        return columns.entrySet().stream()
                .filter(known -> known.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /// What the note does not know, because it is new, comes last; what it can't know, because it is gone, is left out.
    private <T> void apply(TableView<T> table, String note) {
        String[] parts = note.split(";", -1);
        List<TableColumn<T, ?>> order = new ArrayList<>();
        for (String one : parts[0].split(",")) {
            boolean hidden = one.startsWith("-");
            String[] column = (hidden ? one.substring(1) : one).split("=", 2);
            find(table, column[0]).ifPresent(known -> {
                known.setVisible(!hidden);
                width(column).ifPresent(known::setPrefWidth);
                order.add(known);
            });
        }
        table.getColumns().stream().filter(column -> !order.contains(column)).forEach(order::add);
        table.getColumns().setAll(order);
        for (String one : parts.length > 1 ? parts[1].split(",") : new String[0]) {
            if (one.length() > 1) {
                find(table, one.substring(0, one.length() - 1)).ifPresent(known -> {
                    known.setSortType(one.endsWith("-") ? SortType.DESCENDING : SortType.ASCENDING);
                    table.getSortOrder().add(known);
                });
            }
        }
    }

    private <T> Optional<TableColumn<T, ?>> find(TableView<T> table, String id) {
        var wanted = columns.get(id);
        return table.getColumns().stream().filter(column -> column == wanted).findFirst();
    }

    private static Optional<Double> width(String[] column) {
        try {
            return column.length < 2
                    ? Optional.empty()
                    : Optional.of(Double.parseDouble(column[1])).filter(width -> width >= 10 && width <= 4_000);
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
