package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.part.Problem;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.ExplainAccess;
import app.keyhold.kms.operation.screen.ExplainAccess.Verdict;
import app.keyhold.kms.operation.screen.Holder;
import app.keyhold.kms.operation.screen.QueryAccess;
import app.keyhold.kms.operation.screen.QueryKeys;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// Keys by principals, and how far each gets. Cells are asked for a block at a time, when one of its rows is looked at:
/// of ten thousand keys, only those in view are evaluated.
public final class MatrixModel {
    static final int BLOCK = 25;

    private final Client client;
    private final Background background;
    private final String screenSession;
    private final ObservableList<MatrixRow> rows = FXCollections.observableArrayList();
    private final FilteredList<MatrixRow> found = new FilteredList<>(rows);
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Holder>> holders = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Why>> why = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// What one cell rests on.
    public record Why(String keyName, Holder holder, List<Verdict> verdicts) {}

    public MatrixModel(Client client, Background background, String screenSession) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        query.subscribe(typed -> {
            String part = typed.strip().toLowerCase(Locale.ROOT);
            found.setPredicate(row -> row.name().toLowerCase(Locale.ROOT).contains(part));
        });
    }

    public void refresh() {
        problem.set(Optional.empty());
        why.set(Optional.empty());
        background.run(
                () -> client.call(new QueryKeys.Request(screenSession)).keys().stream()
                        .map(key -> new MatrixRow(key.keyId(), KeyWords.name(key.aliases(), key.keyId())))
                        .toList(),
                all -> {
                    rows.setAll(all);
                    all.stream().findFirst().ifPresent(this::look);
                },
                this::failed);
    }

    /// A row comes into view: its cells are needed, and its neighbours' soon.
    public void look(MatrixRow row) {
        if (row.isWanted()) {
            return;
        }
        int at = Math.max(0, found.indexOf(row));
        List<MatrixRow> block = found.subList(at, Math.min(found.size(), at + BLOCK)).stream()
                .filter(one -> !one.isWanted())
                .toList();
        block.forEach(MatrixRow::want);
        List<String> ids = block.stream().map(MatrixRow::keyId).toList();
        background.run(
                () -> client.call(new QueryAccess.Request(screenSession, ids)), answer -> fill(block, answer), this::failed);
    }

    private void fill(List<MatrixRow> block, QueryAccess.Response answer) {
        if (!holders.get().equals(answer.holders())) {
            holders.set(answer.holders());
        }
        Map<String, QueryAccess.Row> byKey =
                answer.rows().stream().collect(Collectors.toMap(QueryAccess.Row::keyId, Function.identity()));
        block.forEach(row -> Optional.ofNullable(byKey.get(row.keyId())).ifPresent(answered -> row.fill(answered.cells())));
    }

    public void explain(MatrixRow row, Holder holder) {
        background.run(
                () -> client.call(ExplainAccess.Request.about(screenSession, row.keyId(), holder.arn())).verdicts(),
                verdicts -> why.set(Optional.of(new Why(row.name(), holder, verdicts))),
                this::failed);
    }

    private void failed(Throwable failure) {
        problem.set(Optional.of(Problem.of(failure)));
    }

    public ObservableList<MatrixRow> rows() {
        return found;
    }

    public StringProperty queryProperty() {
        return query;
    }

    /// The columns.
    public ReadOnlyObjectProperty<List<Holder>> holdersProperty() {
        return holders.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Why>> whyProperty() {
        return why.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
