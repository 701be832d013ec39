package app.keyhold.desktop.keys;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.Subject;
import app.keyhold.desktop.part.Problem;
import app.keyhold.kms.Client;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.operation.screen.QueryKeys;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The list of keys: every key the person may describe, the filter, and the chosen one.
public final class KeysModel {
    /// The services' own keys last.
    private static final Comparator<KeyRow> BY_NAME = Comparator.comparing((KeyRow row) -> row.manager() == KeyManager.AWS)
            .thenComparing(row -> KeyWords.name(row.aliases(), row.keyId()));

    private final Client client;
    private final Background background;
    private final String screenSession;
    private final ObservableList<KeyRow> all = FXCollections.observableArrayList();
    // One wrapper for good: listeners on one made anew would be collected with it.
    private final ObservableList<KeyRow> readOnlyAll = FXCollections.unmodifiableObservableList(all);
    private final FilteredList<KeyRow> shown = new FilteredList<>(all);
    private final ObjectProperty<KeyFilter> filter = new SimpleObjectProperty<>(KeyFilter.NONE);
    private final ObjectProperty<Optional<String>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableValue<Optional<Subject>> subject = Bindings.createObjectBinding(
            () -> chosen.get().map(id -> new Subject(id, row(id).map(row -> KeyWords.name(row.aliases(), id)).orElse(""))), chosen, all);
    private KeyIndex index = KeyIndex.EMPTY;
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    public KeysModel(Client client, Background background, String screenSession) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        filter.subscribe(now -> shown.setPredicate(index.matching(now)));
    }

    /// Asks the door again; the filter and the chosen key stay.
    public void refresh() {
        background.run(() -> client.call(new QueryKeys.Request(screenSession)), answer -> show(answer.keys()), this::failed);
    }

    private void show(List<KeyRow> keys) {
        Optional<String> keep = chosen.get();
        index = new KeyIndex(keys);
        // Before the rows: each is looked at once.
        shown.setPredicate(index.matching(filter.get()));
        all.setAll(keys.stream().sorted(BY_NAME).toList());
        chosen.set(keep.filter(id -> row(id).isPresent()));
        problem.set(Optional.empty());
        loaded.set(true);
    }

    private void failed(Throwable failure) {
        problem.set(Optional.of(Problem.of(failure)));
        loaded.set(true);
    }

    public ObservableList<KeyRow> all() {
        return readOnlyAll;
    }

    public FilteredList<KeyRow> shown() {
        return shown;
    }

    public ObjectProperty<KeyFilter> filterProperty() {
        return filter;
    }

    /// The chosen key's id.
    public ObjectProperty<Optional<String>> chosenProperty() {
        return chosen;
    }

    /// What the title bar and the way back call the chosen key.
    public ObservableValue<Optional<Subject>> subject() {
        return subject;
    }

    public Optional<KeyRow> row(String keyId) {
        return index.row(keyId);
    }

    public long count(KeySection section) {
        return all.stream().filter(section::holds).count();
    }

    /// Whether another key than this one has the name already.
    public boolean isAliasTaken(String alias) {
        return index.isAliasTaken(alias);
    }

    /// False until the first answer.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
