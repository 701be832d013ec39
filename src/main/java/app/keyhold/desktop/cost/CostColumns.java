package app.keyhold.desktop.cost;

import app.keyhold.desktop.part.Words;
import app.keyhold.kms.cost.KeyCost;
import app.keyhold.kms.cost.MonthCost;
import app.keyhold.kms.cost.RequestCost;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/// The columns of both tables: names on the left, figures on the right.
final class CostColumns {
    private static final Words WORDS = Words.of(CostColumns.class);
    private CostColumns() {}

    static List<TableColumn<KeyCost, ?>> ofKeys() {
        return List.of(
                column(WORDS.get("column.key"), 190, cost -> cost, CostWords::name, Comparator.comparing(CostWords::name), ""),
                column(WORDS.get("column.spec"), 110, cost -> cost, CostWords::spec, Comparator.comparing(CostWords::spec), ""),
                count(WORDS.get("column.hours"), 70, KeyCost::hours),
                money(WORDS.get("column.keys"), 84, KeyCost::estimatedStorage),
                money(WORDS.get("column.rotations"), 84, KeyCost::estimatedRotations),
                count(WORDS.get("column.requests"), 84, KeyCost::requestCount),
                money(WORDS.get("column.forRequests"), 96, KeyCost::estimatedRequests),
                money(WORDS.get("column.estimate"), 92, KeyCost::estimatedTotal));
    }

    static List<TableColumn<MonthCost, ?>> ofMonths() {
        return List.of(
                column(WORDS.get("column.month"), 190, cost -> cost, CostColumns::month, Comparator.comparing(MonthCost::month), ""),
                money(WORDS.get("column.keys"), 92, MonthCost::estimatedStorage),
                money(WORDS.get("column.rotations"), 92, MonthCost::estimatedRotations),
                count(WORDS.get("column.requests"), 92, cost -> cost.requests().stream().mapToLong(RequestCost::count).sum()),
                money(WORDS.get("column.forRequests"), 100, MonthCost::estimatedRequests),
                money(WORDS.get("column.free"), 100, MonthCost::estimatedFree),
                money(WORDS.get("column.estimate"), 100, MonthCost::estimatedTotal));
    }

    static String month(MonthCost cost) {
        return cost.complete() ? Amounts.month(cost.month()) : WORDS.get("month.soFarColumn", Amounts.month(cost.month()));
    }

    private static <T> TableColumn<T, ?> money(String title, double width, Function<T, BigDecimal> amount) {
        return column(title, width, amount, Amounts::orDash, Comparator.naturalOrder(), "figure");
    }

    private static <T> TableColumn<T, ?> count(String title, double width, Function<T, Long> count) {
        return column(title, width, count, Amounts::orDash, Comparator.naturalOrder(), "figure");
    }

    private static <T, V> TableColumn<T, V> column(
            String title, double width, Function<T, V> value, Function<V, String> text, Comparator<V> order, String style) {
        TableColumn<T, V> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setComparator(order);
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
        }
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(V item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : text.apply(item));
            }
        });
        return column;
    }
}
