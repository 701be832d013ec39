package app.keyhold.desktop.cost;

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
    private CostColumns() {}

    static List<TableColumn<KeyCost, ?>> ofKeys() {
        return List.of(
                column("Key", 190, cost -> cost, CostWords::name, Comparator.comparing(CostWords::name), ""),
                column("Spec", 110, cost -> cost, CostWords::spec, Comparator.comparing(CostWords::spec), ""),
                count("Hours", 70, KeyCost::hours),
                money("Keys", 84, KeyCost::estimatedStorage),
                money("Rotations", 84, KeyCost::estimatedRotations),
                count("Requests", 84, KeyCost::requestCount),
                money("For requests", 96, KeyCost::estimatedRequests),
                money("Estimate", 92, KeyCost::estimatedTotal));
    }

    static List<TableColumn<MonthCost, ?>> ofMonths() {
        return List.of(
                column("Month", 190, cost -> cost, CostColumns::month, Comparator.comparing(MonthCost::month), ""),
                money("Keys", 92, MonthCost::estimatedStorage),
                money("Rotations", 92, MonthCost::estimatedRotations),
                count("Requests", 92, cost -> cost.requests().stream().mapToLong(RequestCost::count).sum()),
                money("For requests", 100, MonthCost::estimatedRequests),
                money("Of it free", 100, MonthCost::estimatedFree),
                money("Estimate", 100, MonthCost::estimatedTotal));
    }

    static String month(MonthCost cost) {
        return Amounts.month(cost.month()) + (cost.complete() ? "" : ", so far");
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
