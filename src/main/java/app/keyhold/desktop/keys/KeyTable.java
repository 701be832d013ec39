package app.keyhold.desktop.keys;

import app.keyhold.desktop.frame.DropSpot;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.keys.bulk.BulkModel;
import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.RememberedColumns;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.SteadyColumns;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/// The table of the key list: one key is chosen, several can be selected.
final class KeyTable {
    private static final Words WORDS = Words.of(KeyTable.class);

    private final TableView<KeyRow> table;
    private final KeysModel model;
    private final Runnable open;

    /// @param open shows the chosen key where it has no pane of its own
    KeyTable(TableView<KeyRow> table, KeysModel model, BulkModel bulk, KeyColumns columns, ScreenContext context, Runnable open) {
        this.table = table;
        this.model = model;
        this.open = open;
        table.getColumns().setAll(columns.all());
        SortedList<KeyRow> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        RememberedColumns.keep(table, context.preferences().layout(), "keys");
        table.setColumnResizePolicy(new SteadyColumns());
        Em.follow(table, Em.ROW, table::setFixedCellSize);
        table.setRowFactory(_ -> new TableRow<>() {
            {
                DropSpot.on(this, new KeyDrop(context, () -> Optional.ofNullable(getItem())));
            }

            @Override
            protected void updateItem(KeyRow row, boolean empty) {
                super.updateItem(row, empty);
                setAccessibleText(empty || row == null ? "" : columns.sentence(row));
            }
        });
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().selectedItemProperty().subscribe((before, row) -> {
            if (row != null) {
                model.chosenProperty().set(Optional.of(row.keyId()));
            }
        });
        table.getSelectionModel().getSelectedItems().addListener((InvalidationListener) _ -> bulk.chosen().setAll(selected()));
        // Behind the table's own: an answer read anew leaves nothing selected.
        model.shown().addListener((ListChangeListener<KeyRow>) _ -> {
            if (table.getSelectionModel().isEmpty()) {
                select(model.chosenProperty().get());
            }
        });
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                open.run();
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.setPlaceholder(new StateView(Feather.KEY, WORDS.get("list.looking"), ""));
    }

    private List<KeyRow> selected() {
        return table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    }

    private void pressed(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isShiftDown();
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE && plain) {
            open.run();
            event.consume();
        }
    }

    List<MenuItem> columnChoices() {
        return table.getColumns().stream().<MenuItem>map(KeyColumns::choice).toList();
    }

    void select(Optional<String> id) {
        id.flatMap(model::row).ifPresent(row -> {
            if (table.getSelectionModel().getSelectedItem() != row) {
                table.getSelectionModel().clearAndSelect(table.getItems().indexOf(row));
                table.scrollTo(row);
            }
        });
    }

    /// Of several selected keys, the one whose pane is shown.
    void selectOnlyChosen() {
        table.getSelectionModel().clearSelection();
        select(model.chosenProperty().get());
        table.requestFocus();
    }

    void sayWhyEmpty(Runnable createKey) {
        table.setPlaceholder(model.all().isEmpty()
                ? new StateView(Feather.KEY, WORDS.get("list.none"), WORDS.get("list.noneSentence"))
                        .primary(WORDS.get("list.create"), createKey)
                : new StateView(Feather.FILTER, WORDS.get("list.noFit"), WORDS.get("list.noFitSentence"))
                        .primary(WORDS.get("list.clear"), () -> model.filterProperty().set(KeyFilter.NONE)));
    }
}
