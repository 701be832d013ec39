package app.keyhold.desktop.keys;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.UndoStack;
import app.keyhold.desktop.part.Problem;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.operation.screen.QueryKey;
import app.keyhold.vault.operation.KnownBackups;
import app.keyhold.vault.operation.ListBackups;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One key as its pane shows it, and what is done to it: each action is one operation at the door, after which the key is
/// read again.
public final class KeyModel {
    private final Client client;
    private final Background background;
    private final String screenSession;
    private final Undoing undoing;
    private final Consumer<String> changed;
    private final ReadOnlyObjectWrapper<Optional<QueryKey.Response>> key = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<String> keyId = Optional.empty();

    /// Who keeps the ways back.
    @FunctionalInterface
    public interface Undoing {
        /// @param what what was done, in a sentence
        void did(String what, UndoStack.Change undo, UndoStack.Change redo);
    }

    /// @param changed told a sentence about each action that succeeded
    public KeyModel(Client client, Background background, String screenSession, Consumer<String> changed) {
        this(client, background, screenSession, changed, (what, _, _) -> changed.accept(what));
    }

    /// @param changed told a sentence about each action that succeeded and can't be taken back
    /// @param undoing told of each that can
    public KeyModel(Client client, Background background, String screenSession, Consumer<String> changed, Undoing undoing) {
        this.undoing = undoing;
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        this.changed = changed;
    }

    public void open(Optional<String> wanted) {
        if (!wanted.equals(keyId)) {
            key.set(Optional.empty());
            problem.set(Optional.empty());
        }
        keyId = wanted;
        refresh();
    }

    public void refresh() {
        keyId.ifPresent(id -> background.run(
                () -> client.call(new QueryKey.Request(screenSession, id)),
                answer -> {
                    if (keyId.equals(Optional.of(id))) {
                        key.set(Optional.of(answer));
                    }
                },
                this::failed));
    }

    /// Calls the door, then reads the key again. A refusal is shown in the pane and changes nothing.
    ///
    /// @param said what to tell when it is done
    public void act(KmsRequest<?> request, String said) {
        actInTurn(List.of(request), said);
    }

    /// Several operations, each only if the one before it succeeded.
    public void actInTurn(List<? extends KmsRequest<?>> requests, String said) {
        problem.set(Optional.empty());
        background.run(
                () -> {
                    requests.forEach(client::call);
                    return requests.size();
                },
                done -> {
                    changed.accept(said);
                    refresh();
                },
                failure -> {
                    failed(failure);
                    refresh();
                });
    }

    /// Several operations that others take back: each only if the one before it succeeded.
    public void actUndoably(List<? extends KmsRequest<?>> requests, List<? extends KmsRequest<?>> back, String said) {
        problem.set(Optional.empty());
        background.run(
                () -> {
                    requests.forEach(client::call);
                    return requests.size();
                },
                _ -> did(said, back, requests),
                failure -> {
                    failed(failure);
                    refresh();
                });
    }

    /// Tells of a change that was made and can be taken back, and reads the key again.
    public void did(String said, List<? extends KmsRequest<?>> back, List<? extends KmsRequest<?>> again) {
        undoing.did(said, () -> back.forEach(client::call), () -> again.forEach(client::call));
        refresh();
    }

    /// Shows a refusal in the pane.
    public void refused(Throwable failure) {
        failed(failure);
    }

    /// Tells of a change that somebody else asked for, and reads the key again.
    public void changed(String said) {
        changed.accept(said);
        refresh();
    }

    /// Calls without reading the key again: for what changes nothing.
    public <R> void ask(KmsRequest<R> request, Consumer<? super R> then, Consumer<? super Throwable> refused) {
        background.run(() -> client.call(request), then, refused);
    }

    /// Work off the FX thread that may take several operations.
    public <T> void work(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> refused) {
        background.run(work, then, refused);
    }

    public Client client() {
        return client;
    }

    /// The known backups: a deletion does not reach them. None for whoever may not know.
    public void backups(Consumer<List<String>> then) {
        ask(
                new ListBackups.Request(screenSession),
                answer -> then.accept(answer.backups().stream().map(KnownBackups.Backup::file).toList()),
                _ -> then.accept(List.of()));
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    private void failed(Throwable failure) {
        problem.set(Optional.of(Problem.of(failure)));
    }

    public ReadOnlyObjectProperty<Optional<QueryKey.Response>> keyProperty() {
        return key.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
