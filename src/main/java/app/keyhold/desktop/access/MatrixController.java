package app.keyhold.desktop.access;

import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.Holder;
import app.keyhold.kms.operation.screen.QueryAccess.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Keys by principals: each cell says how far somebody gets; choosing one says why.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class MatrixController {
    private static final Words WORDS = Words.of(MatrixController.class);
    private static final double KEY_WIDTH = 14.6;
    private static final double CELL_WIDTH = 12.7;

    private final MatrixModel model;
    private final WhyView why = new WhyView();
    private ReadOnlyDoubleProperty em;
    private final Parent root;

    @FXML
    private SplitPane split;

    @FXML
    private VBox side;

    @FXML
    private Label queryLabel;

    @FXML
    private TextField query;

    @FXML
    private Banner problem;

    @FXML
    private TableView<MatrixRow> matrix;

    @FXML
    private VBox hint;

    @FXML
    private VBox answer;

    @FXML
    private Label asked;

    MatrixController(MatrixModel model) {
        this.model = model;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        queryLabel.setLabelFor(query);
        em = Em.of(side);
        Em.besideOrBelow(split, em, 62, 0.68);
        em.subscribe(size -> {
            matrix.setFixedCellSize(Math.round(Em.LOW_ROW * size.doubleValue()));
            widen();
        });
        query.textProperty().bindBidirectional(model.queryProperty());
        matrix.setItems(model.rows());
        matrix.getSelectionModel().setCellSelectionEnabled(true);
        matrix.setRowFactory(_ -> new Looking());
        matrix.setPlaceholder(new StateView(Feather.KEY, WORDS.get("matrix.empty"), WORDS.get("matrix.emptyWhy")));
        model.holdersProperty().subscribe(this::columns);
        matrix.getFocusModel().focusedCellProperty().subscribe(this::explain);
        answer.getChildren().add(why);
        model.whyProperty().subscribe(this::show);
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    private void columns(List<Holder> holders) {
        List<TableColumn<MatrixRow, ?>> columns = new ArrayList<>();
        var key = new TableColumn<MatrixRow, String>(WORDS.get("matrix.key"));
        key.setPrefWidth(KEY_WIDTH * em.get());
        key.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        columns.add(key);
        for (int at = 0; at < holders.size(); at++) {
            columns.add(column(holders.get(at), at, CELL_WIDTH * em.get()));
        }
        matrix.getColumns().setAll(columns);
    }

    private void widen() {
        for (int at = 0; at < matrix.getColumns().size(); at++) {
            matrix.getColumns().get(at).setPrefWidth((at == 0 ? KEY_WIDTH : CELL_WIDTH) * em.get());
        }
    }

    private static TableColumn<MatrixRow, List<Cell>> column(Holder holder, int at, double width) {
        var column = new TableColumn<MatrixRow, List<Cell>>(
                holder.kind().equals("role") ? "role/" + holder.name() : holder.name());
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setUserData(holder);
        column.setCellValueFactory(row -> row.getValue().cellsProperty());
        column.setCellFactory(_ -> new MatrixCell(holder, at));
        return column;
    }

    private void explain(@Nullable TablePosition<?, ?> at) {
        if (at != null
                && at.getTableColumn() != null
                && at.getTableColumn().getUserData() instanceof Holder holder
                && at.getRow() >= 0
                && at.getRow() < model.rows().size()) {
            model.explain(model.rows().get(at.getRow()), holder);
        }
    }

    private void show(Optional<MatrixModel.Why> found) {
        hint.setVisible(found.isEmpty());
        hint.setManaged(found.isEmpty());
        answer.setVisible(found.isPresent());
        answer.setManaged(found.isPresent());
        found.ifPresent(one -> {
            asked.setText(WORDS.get("matrix.asked", one.holder().name(), one.keyName()));
            why.show(one.verdicts(), false);
        });
    }

    Parent root() {
        return root;
    }

    void focus() {
        query.requestFocus();
    }

    Node table() {
        return matrix;
    }

    /// A row that is shown needs its cells.
    private final class Looking extends TableRow<MatrixRow> {
        @Override
        protected void updateItem(@Nullable MatrixRow row, boolean empty) {
            super.updateItem(row, empty);
            if (!empty && row != null) {
                model.look(row);
            }
        }
    }
}
