package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Words;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.files.Collision;
import app.keyhold.files.Form;
import app.keyhold.files.Original;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is settled before it starts.
final class SheetModel {
    private static final Words WORDS = Words.of(SheetModel.class);
    private static final String FIRST_KEY = "my-files";

    private final DesktopPreferences preferences;
    private final ObservableList<KeyChoice> keys = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<KeyChoice>> key = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<ObjectProperty<KeyChoice>> further = FXCollections.observableArrayList();
    private final ObservableList<ContextEntry> context =
            FXCollections.observableArrayList(new ContextEntry("purpose", ""));
    private final ObjectProperty<Optional<Path>> folder = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Collision> collision = new SimpleObjectProperty<>(Collision.KEEP_BOTH);
    private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.EACH);
    private final ObjectProperty<Original> original = new SimpleObjectProperty<>(Original.KEEP);
    private final BooleanProperty hideNames = new SimpleBooleanProperty();
    private final BooleanProperty reencrypt = new SimpleBooleanProperty();
    private final BooleanProperty extract = new SimpleBooleanProperty(true);
    private final ObjectProperty<List<Room>> rooms = new SimpleObjectProperty<>(List.of());
    private Map<String, VaultKey> known = Map.of();
    private Optional<String> wanted = Optional.empty();

    SheetModel(DesktopPreferences preferences) {
        this.preferences = preferences;
    }

    /// Keeps the choice if it is still there; at first the key last used, else `my-files`, else any.
    ///
    /// @param usable those that encrypt
    /// @param all by ARN
    void showKeys(List<KeyChoice> usable, Map<String, VaultKey> all) {
        var before = wanted.or(() -> key.get().map(KeyChoice::keyId));
        wanted = Optional.empty();
        known = Map.copyOf(all);
        keys.setAll(usable);
        further.removeIf(choice -> !usable.contains(choice.get()));
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

    /// One more key that opens what is encrypted: the first that is not among them.
    void addFurther() {
        unchosen().ifPresent(choice -> further.add(new SimpleObjectProperty<>(choice)));
    }

    boolean canAddFurther() {
        return unchosen().isPresent();
    }

    private Optional<KeyChoice> unchosen() {
        List<KeyChoice> chosen = recipients();
        return keys.stream().filter(choice -> !chosen.contains(choice)).findFirst();
    }

    /// Every key that opens what is encrypted, the first the one that makes the data key.
    List<KeyChoice> recipients() {
        return Stream.concat(key.get().stream(), further.stream().map(ObjectProperty::get))
                .distinct()
                .toList();
    }

    /// Empty also while the keys are on their way.
    Optional<String> keyMissing() {
        return key.get().isEmpty() && !known.isEmpty()
                ? Optional.of(WORDS.get("sheet.noKey"))
                : Optional.empty();
    }

    /// Whether something is encrypted, or put under another key.
    boolean needsKey(Survey survey) {
        return !survey.encrypt().isEmpty() || reencrypts(survey);
    }

    boolean reencrypts(Survey survey) {
        return !survey.decrypt().isEmpty() && reencrypt.get();
    }

    Optional<String> problem(Survey survey) {
        if (needsKey(survey)) {
            if (key.get().isEmpty()) {
                return Optional.of(WORDS.get("sheet.createKey"));
            }
            var wrong = ContextEntry.problem(context);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return rooms.get().stream()
                .filter(room -> !room.isEnough())
                .findFirst()
                .map(room -> WORDS.get("sheet.noRoom", room.place()));
    }

    /// Key, context, place and what happens to names stay for the next time; who else opens it, and what becomes of
    /// form, names and originals, is said each time.
    void started() {
        key.get().ifPresent(choice -> preferences.lastKeyProperty().set(choice.name()));
        further.clear();
        form.set(Form.EACH);
        original.set(Original.KEEP);
        hideNames.set(false);
        reencrypt.set(false);
    }

    /// By ARN; empty until they have come.
    Map<String, VaultKey> known() {
        return known;
    }

    ObservableList<KeyChoice> keys() {
        return keys;
    }

    ObjectProperty<Optional<KeyChoice>> keyProperty() {
        return key;
    }

    ObservableList<ObjectProperty<KeyChoice>> further() {
        return further;
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

    ObjectProperty<Form> formProperty() {
        return form;
    }

    ObjectProperty<Original> originalProperty() {
        return original;
    }

    BooleanProperty hideNamesProperty() {
        return hideNames;
    }

    /// Whether encrypted files are put under the chosen keys in place of being decrypted.
    BooleanProperty reencryptProperty() {
        return reencrypt;
    }

    /// Whether an archive becomes a folder; otherwise it stays a tar file.
    BooleanProperty extractProperty() {
        return extract;
    }

    /// On each disk the results go to, the shortest of room first; empty until the disks have said.
    ObjectProperty<List<Room>> roomsProperty() {
        return rooms;
    }
}
