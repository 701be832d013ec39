package app.keyhold.desktop.files;

import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What became of each file of a row: a table, and below it the whole story of the chosen file.
final class ResultDialog {
    private static final Words WORDS = Words.of(ResultDialog.class);
    private final Formats formats;
    private final List<ResultLine> lines;
    private final FilteredList<ResultLine> shown;
    private final TableView<ResultLine> table = new TableView<>();
    private final Label story = Texts.wrapped("", "result-story");
    private final Button show = new Button(WORDS.get("result.show"));

    private ResultDialog(List<ResultLine> lines, Formats formats) {
        this.formats = formats;
        this.lines = lines;
        this.shown = new FilteredList<>(FXCollections.observableArrayList(lines));
    }

    static DialogBox of(String title, List<ResultLine> lines, Formats formats, Actions actions) {
        return new ResultDialog(lines, formats).box(title, actions);
    }

    private DialogBox box(String title, Actions actions) {
        build();
        show.setId("show-result");
        show.setMinWidth(Button.USE_PREF_SIZE);
        show.setOnAction(_ -> actions.show(table.getSelectionModel().getSelectedItem().place()));
        var storyLine = new HBox(12, story, new Spring(), show);
        storyLine.getStyleClass().add("result-story-line");
        var box = new DialogBox(title, filters(), new VBox(table, storyLine));
        box.getStyleClass().add("result-dialog");
        box.cancel(WORDS.get("result.copy"), () -> CopyText.copy(actions.report())).setCancelButton(false);
        if (lines.stream().anyMatch(line -> line.tone() == Tone.BAD)) {
            box.cancel(WORDS.get("result.retry"), actions::retry).setCancelButton(false);
        }
        box.primary(WORDS.get("note.close"), actions::close, "accent").setCancelButton(true);
        return box;
    }

    private Node filters() {
        long problems = lines.stream().filter(ResultLine::isProblem).count();
        var only = new ToggleButton(WORDS.get("result.onlyProblems", problems));
        only.getStyleClass().add("chip");
        only.setId("only-problems");
        only.setDisable(problems == 0);
        only.selectedProperty().subscribe(on -> {
            shown.setPredicate(line -> !on || line.isProblem());
            table.getSelectionModel().selectFirst();
        });
        only.setSelected(problems > 0 && problems < lines.size());
        var line = new HBox(12, only, Texts.of(FileWords.files(lines.size()), "muted"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void build() {
        table.setAccessibleText(WORDS.get("result.table"));
        table.getStyleClass().addAll("detail", "result-table");
        table.getColumns().setAll(List.of(
                column(WORDS.get("result.file"), 250, line -> Texts.of(line.name())),
                column(WORDS.get("result.result"), 230, line -> new StateBadge(line.tone(), line.result())),
                column(WORDS.get("result.reason"), 130, line -> Texts.of(line.code(), "mono", "muted")),
                column(WORDS.get("result.size"), 80, line -> Texts.of(formats.bytes(line.bytes()), "muted"))));
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(ResultLine line, boolean empty) {
                super.updateItem(line, empty);
                setAccessibleText(empty || line == null ? "" : WORDS.get("result.row", line.name(), line.result(), line.sentence()));
            }
        });
        Em.fit(table, Em.of(table), Em.LOW_ROW);
        table.setItems(shown);
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            story.setText(line == null ? "" : line.sentence().isEmpty() ? line.result() : line.sentence());
            show.setDisable(line == null);
        });
        table.getSelectionModel().selectFirst();
    }

    private static TableColumn<ResultLine, ResultLine> column(
            String title, double width, Function<ResultLine, Node> node) {
        var column = new TableColumn<ResultLine, ResultLine>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(ResultLine line, boolean empty) {
                super.updateItem(line, empty);
                setGraphic(empty || line == null ? null : node.apply(line));
            }
        });
        return column;
    }

    /// What the buttons do.
    interface Actions {
        /// Of all files, for the clipboard.
        String report();

        void show(Path place);

        void retry();

        void close();
    }
}
