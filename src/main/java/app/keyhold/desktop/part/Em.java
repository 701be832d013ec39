package app.keyhold.desktop.part;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The size of plain text where something is shown, for what style sheets can't size by it: split panes and tables.
public final class Em {
    private static final double USUAL = 13;
    /// Beyond this, columns get their widths and the table scrolls, because words would be cut otherwise.
    private static final double LARGE = 1.15;

    /// Of a list's rows, and of the lower ones in a dialog or beside a list.
    public static final double ROW = 2.77;

    public static final double LOW_ROW = 2.46;

    private Em() {}

    /// Follows the text size a person chooses, as long as `node` is shown; what is shown no more keeps the one it had.
    public static ReadOnlyDoubleProperty of(Node node) {
        var em = new ReadOnlyDoubleWrapper(USUAL);
        TextScale.of(node).subscribe(scale -> {
            if (node.getScene() != null) {
                em.set(USUAL * scale.doubleValue());
            }
        });
        return em.getReadOnlyProperty();
    }

    /// List and detail beside each other where there is room, else one below the other.
    ///
    /// @param least in em
    /// @param divider where the list ends when they are beside each other
    public static void besideOrBelow(SplitPane split, ReadOnlyDoubleProperty em, double least, double divider) {
        Runnable arrange = () -> {
            boolean beside = split.getWidth() >= least * em.get();
            var wanted = beside ? Orientation.HORIZONTAL : Orientation.VERTICAL;
            if (split.getWidth() > 0 && split.getOrientation() != wanted) {
                split.setOrientation(wanted);
                split.setDividerPositions(beside ? divider : 0.5);
            }
        };
        split.widthProperty().subscribe(_ -> arrange.run());
        em.subscribe(_ -> arrange.run());
    }

    /// Tells how many whole pixels `ems` are where `node` is shown, now and whenever the text changes.
    public static void follow(Node node, double ems, DoubleConsumer told) {
        of(node).subscribe(em -> told.accept(Math.round(em.doubleValue() * ems)));
    }

    /// Rows and columns grow with the text. Text of the usual size fills the width as the table's policy wants, the last
    /// column first if it has none.
    ///
    /// @param row height in em
    public static void fit(TableView<?> table, ReadOnlyDoubleProperty em, double row) {
        List<Widths> widths = table.getColumns().stream().map(Widths::of).toList();
        var chosen = table.getColumnResizePolicy();
        var usual = chosen.equals(TableView.UNCONSTRAINED_RESIZE_POLICY)
                ? TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN
                : chosen;
        BiConsumer<Number, Number> fit = (before, size) -> {
            double factor = size.doubleValue() / USUAL;
            boolean large = factor > LARGE;
            table.setFixedCellSize(Math.round(row * size.doubleValue()));
            boolean wasLarge = before.doubleValue() / USUAL > LARGE;
            if (large || wasLarge) {
                table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
                widths.forEach(width -> width.scale(large ? factor : 1));
            }
            // Last, because it fills the table anew.
            table.setColumnResizePolicy(large ? TableView.UNCONSTRAINED_RESIZE_POLICY : usual);
        };
        fit.accept(USUAL, em.get());
        em.subscribe(fit);
    }

    /// Of a column at the usual text size.
    private record Widths(TableColumn<?, ?> column, double least, double usual, double most) {
        static Widths of(TableColumn<?, ?> column) {
            return new Widths(column, column.getMinWidth(), column.getPrefWidth(), column.getMaxWidth());
        }

        void scale(double factor) {
            // In this order no bound is ever beyond the other.
            column.setMinWidth(0);
            column.setMaxWidth(most * factor);
            column.setMinWidth(least * factor);
            column.setPrefWidth(usual * factor);
        }
    }
}
