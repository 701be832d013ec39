package app.keyhold.desktop.rotation;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.desktop.rotation.Spread.Move;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Which keys would rotate on which other day, before that is done.
final class SpreadDialog {
    private static final Words WORDS = Words.of(SpreadDialog.class);

    private final Overlay overlay;
    private final Moments moments;
    private final RotationModel model;

    SpreadDialog(Overlay overlay, Moments moments, RotationModel model) {
        this.overlay = overlay;
        this.moments = moments;
        this.model = model;
    }

    void show(Spread spread) {
        var table = new TableView<Move>();
        table.getStyleClass().add("spread-moves");
        table.setAccessibleText(WORDS.get("spread.table"));
        table.getColumns().add(column("spread.key", 220, move -> move.lane().name()));
        table.getColumns().add(column("spread.was", 150, move -> move.lane().period()));
        table.getColumns().add(column("spread.becomes", 150, move -> WORDS.get("spread.days", move.days())));
        table.getColumns().add(column("spread.next", 150, move -> date(move)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getItems().setAll(spread.moves());
        var dialog = new DialogBox(WORDS.get("spread.dialog"), Texts.wrapped(WORDS.get("spread.explained"), "muted"), table);
        dialog.cancel(WORDS.get("spread.leave"), overlay::close);
        dialog.primary(
                WORDS.get("spread.apply", spread.moves().size()),
                () -> {
                    overlay.close();
                    model.apply(spread);
                },
                "accent");
        overlay.show(dialog);
    }

    private String date(Move move) {
        return moments.formats().date(move.to().atStartOfDay(moments.zone()).toInstant());
    }

    private static TableColumn<Move, String> column(String title, double width, Function<Move, String> text) {
        TableColumn<Move, String> column = new TableColumn<>(WORDS.get(title));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }
}
