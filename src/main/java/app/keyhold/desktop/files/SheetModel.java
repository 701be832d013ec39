package app.keyhold.desktop.files;

import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.Collision;
import app.keyhold.files.Destination;
import app.keyhold.files.Sealing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is settled before it starts: key, context, place, and what happens when a name is taken.
final class SheetModel {
    private static final String FIRST_KEY = "my-files";

    private final DesktopPreferences preferences;
    private final ObservableList<KeyChoice> keys = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<KeyChoice>> key = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<ContextEntry> context =
            FXCollections.observableArrayList(new ContextEntry("purpose", ""));
    private final ObjectProperty<Optional<Path>> folder = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Collision> collision = new SimpleObjectProperty<>(Collision.KEEP_BOTH);

    private Optional<String> wanted = Optional.empty();
    private boolean known;

    SheetModel(DesktopPreferences preferences) {
        this.preferences = preferences;
    }

    /// Keeps the choice if it is still there; at first the key last used, else `my-files`, else any.
    void showKeys(List<KeyChoice> usable) {
        var before = wanted.or(() -> key.get().map(KeyChoice::keyId));
        wanted = Optional.empty();
        known = true;
        keys.setAll(usable);
        key.set(before.flatMap(this::identified)
                .or(() -> named(preferences.lastKeyProperty().get()))
                .or(() -> named(FIRST_KEY))
                .or(() -> usable.stream().findFirst()));
    }

    private Optional<KeyChoice> named(String name) {
        return keys.stream().filter(choice -> choice.name().equals(name)).findFirst();
    }

    private Optional<KeyChoice> identified(String keyId) {
        return keys.stream()
                .filter(choice -> choice.keyId().equals(keyId) || choice.arn().equals(keyId))
                .findFirst();
    }

    /// The key may not be known yet: then as soon as it is.
    void choose(String keyId) {
        wanted = Optional.of(keyId);
        identified(keyId).ifPresent(choice -> key.set(Optional.of(choice)));
    }

    /// Empty also while the keys are on their way.
    Optional<String> keyMissing() {
        boolean none = key.get().isEmpty() && known;
        return none ? Optional.of("There is no enabled symmetric key to encrypt with.") : Optional.empty();
    }

    Optional<String> problem(Survey survey) {
        if (survey.encrypt().isEmpty()) {
            return Optional.empty();
        }
        if (key.get().isEmpty()) {
            return Optional.of("There is no enabled symmetric key. Create one under Keys.");
        }
        return ContextEntry.problem(context);
    }

    /// An order for each thing handed over, so that each has a row, a pause and a cancel of its own.
    List<BatchOrder> orders(Survey survey) {
        Destination where = folder.get().map(Destination::folder).orElseGet(Destination::beside);
        var encrypt = key.get().stream().flatMap(choice -> {
            preferences.lastKeyProperty().set(choice.name());
            var sealing = Sealing.under(choice.arn()).withContext(ContextEntry.context(context));
            return survey.encrypt().sources().stream()
                    .<BatchOrder>map(source ->
                            new BatchOrder.Encrypt(List.of(source), where, sealing, collision.get(), true, true));
        });
        var decrypt = survey.decrypt().sources().stream()
                .<BatchOrder>map(source -> new BatchOrder.Decrypt(List.of(source), where, collision.get(), true));
        return Stream.concat(encrypt, decrypt).toList();
    }

    ObservableList<KeyChoice> keys() {
        return keys;
    }

    ObjectProperty<Optional<KeyChoice>> keyProperty() {
        return key;
    }

    ObservableList<ContextEntry> context() {
        return context;
    }

    /// Empty for beside each file.
    ObjectProperty<Optional<Path>> folderProperty() {
        return folder;
    }

    ObjectProperty<Collision> collisionProperty() {
        return collision;
    }
}
