package app.keyhold.desktop.cost;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.kms.Client;
import app.keyhold.kms.cost.KeyCost;
import app.keyhold.kms.cost.MonthCost;
import app.keyhold.kms.operation.screen.QueryCost;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Months as bars, of all keys or of a chosen one, and the keys of a chosen month. An answer to an older question is
/// dropped.
public final class CostModel {
    static final List<Integer> SPANS = List.of(6, 12, 24);

    private final Client client;
    private final Background background;
    private final String screenSession;
    private final IntegerProperty span = new SimpleIntegerProperty(12);
    private final ObjectProperty<Optional<String>> month = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<KeyCost>> key = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Bars>> bars = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<KeyCost>> keys = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Background.Work askedForBars = () -> {};
    private Background.Work askedForKeys = () -> {};

    /// @param prices where they are from
    /// @param of the only key counted
    public record Bars(String currency, String prices, Optional<KeyCost> of, List<MonthCost> months) {
        MonthCost month(Optional<String> chosen) {
            return months.stream()
                    .filter(one -> chosen.filter(one.month()::equals).isPresent())
                    .findFirst()
                    .orElse(months.getLast());
        }
    }

    public CostModel(Client client, Background background, String screenSession) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        span.subscribe((before, now) -> loadBars());
        key.subscribe((before, now) -> loadBars());
        month.subscribe((before, now) -> loadKeys());
    }

    public void refresh() {
        loadBars();
        loadKeys();
    }

    private void loadBars() {
        askedForBars.cancel();
        Optional<KeyCost> of = key.get().filter(chosen -> chosen.keyId().isPresent());
        var request = new QueryCost.Request(
                screenSession, Optional.empty(), Optional.of(span.get()), of.flatMap(KeyCost::keyId));
        askedForBars = background.run(
                () -> client.call(request),
                answer -> {
                    problem.set(Optional.empty());
                    bars.set(Optional.of(new Bars(answer.currency(), answer.prices(), of, answer.months())));
                    if (month.get().filter(chosen -> !isShown(chosen)).isPresent()) {
                        month.set(Optional.empty());
                    }
                },
                this::failed);
    }

    private boolean isShown(String chosen) {
        return bars.get().filter(shown -> shown.months().stream().anyMatch(one -> one.month().equals(chosen))).isPresent();
    }

    private void loadKeys() {
        askedForKeys.cancel();
        var request = new QueryCost.Request(screenSession, month.get(), Optional.empty(), Optional.empty());
        askedForKeys = background.run(() -> client.call(request), answer -> keys.set(answer.keys()), this::failed);
    }

    /// To the month before or after the shown one, as far as there are bars.
    void step(int by) {
        bars.get().ifPresent(shown -> {
            int at = shown.months().indexOf(shown.month(month.get())) + by;
            if (at >= 0 && at < shown.months().size()) {
                month.set(Optional.of(shown.months().get(at).month()));
            }
        });
    }

    private void failed(Throwable failure) {
        problem.set(Optional.of(Problem.of(failure)));
    }

    /// How many months are shown.
    public IntegerProperty spanProperty() {
        return span;
    }

    /// The month whose keys are listed; empty for the present one.
    public ObjectProperty<Optional<String>> monthProperty() {
        return month;
    }

    /// The key whose months are shown; empty for all of them.
    public ObjectProperty<Optional<KeyCost>> keyProperty() {
        return key;
    }

    public ReadOnlyObjectProperty<Optional<Bars>> barsProperty() {
        return bars.getReadOnlyProperty();
    }

    /// Dearest first.
    public ReadOnlyObjectProperty<List<KeyCost>> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
