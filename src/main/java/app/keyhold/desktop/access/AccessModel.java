package app.keyhold.desktop.access;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Client;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.DeleteUser;
import app.keyhold.vault.operation.ListBackups;
import app.keyhold.vault.operation.ListUsers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The users of the vault and what is done about them: each action is one operation at the door, after which they are
/// read again.
public final class AccessModel {
    private static final Words WORDS = Words.of(AccessModel.class);
    private final Client client;
    private final Background background;
    private final String screenSession;
    private final Consumer<String> said;
    private final ObservableList<ListUsers.User> users = FXCollections.observableArrayList();
    private final ObservableList<ListUsers.User> shownUsers = FXCollections.unmodifiableObservableList(users);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param said told a sentence about each action that succeeded
    public AccessModel(Client client, Background background, String screenSession, Consumer<String> said) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        this.said = said;
    }

    public void refresh() {
        background.run(
                () -> client.call(new ListUsers.Request(screenSession)).users(),
                found -> {
                    users.setAll(found);
                    loaded.set(true);
                },
                this::failed);
    }

    /// Takes as long as the vault's key derivation.
    ///
    /// @param passphrase closed here
    public void addPerson(String name, SecretBytes passphrase, String permissions) {
        act(
                () -> {
                    try (passphrase) {
                        return client.call(new CreateUser.Request(name, passphrase, Optional.empty(), permissions));
                    }
                },
                _ -> WORDS.get("people.personAdded", name));
    }

    public void addProgram(String name, String permissions) {
        act(
                () -> client.call(CreateUser.Request.endpointOnly(name, permissions)),
                _ -> WORDS.get("people.programAdded", name));
    }

    public void delete(String name) {
        act(() -> client.call(new DeleteUser.Request(name)), _ -> WORDS.get("people.deleted", name));
    }

    private <R> void act(Callable<R> call, Function<R, String> done) {
        problem.set(Optional.empty());
        background.run(
                call,
                answer -> {
                    said.accept(done.apply(answer));
                    refresh();
                },
                this::failed);
    }

    /// The copies that a deleted user's passphrase still opens.
    public void copies(Consumer<List<String>> then) {
        background.run(
                () -> client.call(new ListBackups.Request(screenSession)).backups().stream()
                        .map(backup -> backup.file())
                        .toList(),
                then,
                _ -> then.accept(List.of()));
    }

    private void failed(Throwable failure) {
        problem.set(Optional.of(Problem.of(failure)));
        loaded.set(true);
    }

    public boolean isTaken(String name) {
        return users.stream().anyMatch(user -> user.userName().equals(name));
    }

    public ObservableList<ListUsers.User> users() {
        return shownUsers;
    }

    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
