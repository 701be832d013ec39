package app.keyhold.desktop.restore;

import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.Facts;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.desktop.restore.Comparison.Line;
import app.keyhold.kms.operation.screen.QueryContents.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The counts side by side, what a restore would change in a sentence, and a line a key.
final class ComparisonView extends VBox {
    private static final Words WORDS = Words.of(ComparisonView.class);

    private final Formats formats;
    private final TableView<Line> table = new TableView<>();
    private final ReadOnlyDoubleProperty em = Em.of(table);
    private final HBox counts = new HBox(32);
    private final Label sentence = Texts.wrapped("", "muted");

    ComparisonView(Formats formats) {
        this.formats = formats;
        getStyleClass().add("group");
        table.setId("comparison");
        table.setAccessibleText(WORDS.get("table"));
        table.getStyleClass().addAll("detail", "comparison");
        sentence.setId("comparison-sentence");
        getChildren().addAll(counts, sentence, table);
    }

    void show(Comparison comparison) {
        counts.getChildren().setAll(facts(WORDS.get("then"), comparison.then()));
        comparison.now().ifPresent(now -> counts.getChildren().add(facts(WORDS.get("now"), now)));
        sentence.setText(sentence(comparison));
        sentence.setManaged(!sentence.getText().isEmpty());
        List<TableColumn<Line, ?>> columns = new ArrayList<>(List.of(
                column(WORDS.get("column.key"), 165, line -> told(line.name())),
                column(WORDS.get("column.then"), 240, line -> told(state(line.then())))));
        if (comparison.now().isPresent()) {
            columns.add(column(WORDS.get("column.now"), 240, line -> told(state(line.now()))));
            columns.add(column(WORDS.get("column.difference"), 135, ComparisonView::badge));
        }
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().setAll(columns);
        Em.fit(table, em, Em.LOW_ROW);
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(Line line, boolean empty) {
                super.updateItem(line, empty);
                setAccessibleText(empty || line == null ? "" : spoken(line));
            }
        });
        table.getItems().setAll(comparison.lines());
    }

    private Node facts(String title, VaultContents contents) {
        var facts = new Facts()
                .add(WORDS.get("keys"), formats.count(contents.keyCount()))
                .add(WORDS.get("files"), formats.count(contents.files()))
                .add(WORDS.get("events"), formats.count(contents.events()))
                .add(WORDS.get("lastEvent"), contents.lastEvent().map(formats::dateTime).orElse("–"));
        var side = new VBox(Texts.of(title, "strong"), facts);
        side.getStyleClass().add("group");
        return side;
    }

    static String sentence(Comparison comparison) {
        return comparison.now().isEmpty()
                ? ""
                : WORDS.get(
                        "sentence",
                        comparison.count(Difference.SAME),
                        comparison.count(Difference.OLDER),
                        comparison.count(Difference.NEWER),
                        comparison.count(Difference.ONLY_BACKUP),
                        comparison.count(Difference.ONLY_TODAY));
    }

    private String state(Optional<Content> key) {
        return key.map(found -> WORDS.get(
                        "state", found.state().name(), found.materials(), found.changed().map(this::day).orElse("–")))
                .orElse("–");
    }

    private String day(Instant time) {
        return formats.date(time);
    }

    /// Whole in the tooltip where it does not fit.
    private static Label told(String text) {
        Label label = Texts.of(text);
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private static Node badge(Line line) {
        return line.difference()
                .map(difference -> new StateBadge(difference.tone(), WORDS.get(difference), difference.glyph()))
                .orElseGet(() -> new StateBadge(Tone.OFF, "–"));
    }

    private String spoken(Line line) {
        return WORDS.get(
                "spoken", line.name(), state(line.then()), state(line.now()), line.difference().map(WORDS::get).orElse("–"));
    }

    private static TableColumn<Line, Line> column(String title, double width, Function<Line, Node> node) {
        TableColumn<Line, Line> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Line line, boolean empty) {
                super.updateItem(line, empty);
                setGraphic(empty || line == null ? null : node.apply(line));
            }
        });
        return column;
    }
}
