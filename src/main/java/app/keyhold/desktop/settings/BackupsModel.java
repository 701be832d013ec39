package app.keyhold.desktop.settings;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Client;
import app.keyhold.vault.operation.Backup;
import app.keyhold.vault.operation.ForgetBackup;
import app.keyhold.vault.operation.KnownBackups;
import app.keyhold.vault.operation.ListBackups;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The backups the vault knows of, and making another.
public final class BackupsModel {
    private static final Words WORDS = Words.of(BackupsModel.class);
    private final Client client;
    private final Background background;
    private final String screenSession;
    private final Consumer<String> said;
    private final ObservableList<KnownBackups.Backup> backups = FXCollections.observableArrayList();
    private final ObservableList<KnownBackups.Backup> shownBackups =
            FXCollections.unmodifiableObservableList(backups);
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param said told a sentence about each change
    public BackupsModel(Client client, Background background, String screenSession, Consumer<String> said) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        this.said = said;
    }

    /// Newest first. Stays empty for whoever may not see them.
    public void load() {
        background.run(
                () -> client.call(new ListBackups.Request(screenSession)).backups().stream()
                        .sorted(Comparator.comparing(BackupsModel::made).reversed())
                        .toList(),
                backups::setAll,
                _ -> {});
    }

    private static Instant made(KnownBackups.Backup backup) {
        return backup.made().orElse(Instant.MIN);
    }

    /// Writes, opens again and compares.
    ///
    /// @param file must not exist
    public void backUp(Path file) {
        problem.set(Optional.empty());
        working.set(true);
        background.run(
                () -> client.call(new Backup.Request(file.toAbsolutePath().toString())),
                made -> {
                    working.set(false);
                    said.accept(WORDS.get("backups.made", made.keys(), made.rows()));
                    load();
                },
                failure -> {
                    working.set(false);
                    problem.set(Optional.of(Problem.of(failure)));
                });
    }

    /// A person says that it does not exist any more.
    public void forget(KnownBackups.Backup backup) {
        problem.set(Optional.empty());
        background.run(
                () -> client.call(new ForgetBackup.Request(backup.file())),
                _ -> load(),
                failure -> problem.set(Optional.of(Problem.of(failure))));
    }

    public ObservableList<KnownBackups.Backup> backups() {
        return shownBackups;
    }

    /// While one is being made.
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
