package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Client;
import app.keyhold.kms.credential.AccessKeyStatus;
import app.keyhold.kms.operation.accesskey.CreateAccessKey;
import app.keyhold.kms.operation.accesskey.DeleteAccessKey;
import app.keyhold.kms.operation.accesskey.UpdateAccessKey;
import app.keyhold.kms.operation.screen.QueryAccessKeys;
import app.keyhold.kms.operation.screen.QueryAccessKeys.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The access keys of one user, and what is done about them: each action is one operation at the door, after which they
/// are read again.
public final class AccessKeysModel {
    private static final Words WORDS = Words.of(AccessKeysModel.class);
    private static final String ROOT = ":root";
    private static final String ROLE = ":role/";

    private final Client client;
    private final Background background;
    private final String screenSession;
    private final HolderModel.Changes changes;
    private final Consumer<String> said;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOBODY);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Background.Work loading = () -> {};

    /// @param arn whose they are; empty if nobody is shown who could have any
    /// @param most how many they may have; 0 while that is not known
    /// @param working whether one is just being made
    public record Shown(Optional<String> arn, List<Entry> keys, int most, boolean working) {
        static final Shown NOBODY = new Shown(Optional.empty(), List.of(), 0, false);

        public Shown {
            keys = List.copyOf(keys);
        }

        public boolean isOwner() {
            return arn.filter(name -> name.endsWith(ROOT)).isPresent();
        }

        public boolean isFull() {
            return most > 0 && keys.size() >= most;
        }

        public boolean canCreate() {
            return !working && !isOwner() && most > 0 && !isFull();
        }

        public String user() {
            return arn.map(name -> name.substring(name.lastIndexOf('/') + 1)).orElse("");
        }

        private Shown working(boolean now) {
            return new Shown(arn, keys, most, now);
        }
    }

    /// @param changes told of each change that can be taken back
    /// @param said told a sentence about any other
    public AccessKeysModel(
            Client client,
            Background background,
            String screenSession,
            HolderModel.Changes changes,
            Consumer<String> said) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        this.changes = changes;
        this.said = said;
    }

    /// A role has none: its sessions have their own.
    public void open(String arn) {
        loading.cancel();
        problem.set(Optional.empty());
        if (arn.contains(ROLE)) {
            shown.set(Shown.NOBODY);
            return;
        }
        if (!shown.get().arn().equals(Optional.of(arn))) {
            shown.set(new Shown(Optional.of(arn), List.of(), 0, false));
        }
        loading = background.run(
                () -> client.call(new QueryAccessKeys.Request(screenSession, arn)),
                found -> shown.set(new Shown(Optional.of(arn), found.accessKeys(), found.most(), false)),
                this::failed);
    }

    public void close() {
        loading.cancel();
        shown.set(Shown.NOBODY);
        problem.set(Optional.empty());
    }

    /// @param made receives it with its secret, and closes it
    public void create(Consumer<NewAccessKeyModel> made) {
        if (!shown.get().canCreate()) {
            return;
        }
        String user = shown.get().user();
        problem.set(Optional.empty());
        shown.set(shown.get().working(true));
        background.run(
                () -> client.call(new CreateAccessKey.Request(user)).accessKey(),
                key -> {
                    made.accept(new NewAccessKeyModel(key, background));
                    refresh();
                },
                this::failed);
    }

    public void setActive(Entry key, boolean active) {
        String user = shown.get().user();
        var now = UpdateAccessKey.Request.of(user, key.id(), status(active));
        var back = UpdateAccessKey.Request.of(user, key.id(), status(!active));
        problem.set(Optional.empty());
        background.run(
                () -> client.call(now),
                _ -> {
                    changes.did(
                            active ? WORDS.get("keys.activated", key.id()) : WORDS.get("keys.deactivated", key.id()),
                            () -> client.call(back),
                            () -> client.call(now));
                    refresh();
                },
                this::failed);
    }

    public void delete(Entry key) {
        String user = shown.get().user();
        problem.set(Optional.empty());
        background.run(
                () -> client.call(new DeleteAccessKey.Request(key.id(), user)),
                _ -> {
                    said.accept(WORDS.get("keys.deleted", key.id()));
                    refresh();
                },
                this::failed);
    }

    private static AccessKeyStatus status(boolean active) {
        return active ? AccessKeyStatus.Active : AccessKeyStatus.Inactive;
    }

    private void refresh() {
        shown.get().arn().ifPresent(this::open);
    }

    private void failed(Throwable failure) {
        shown.set(shown.get().working(false));
        problem.set(Optional.of(Problem.of(failure)));
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
