package app.keyhold.desktop.settings;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Client;
import app.keyhold.vault.operation.ChangeSettings;
import app.keyhold.vault.operation.ListSettings;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is settled for the vault itself, for everybody in it and on every computer.
public final class VaultSettingsModel {
    private static final Words WORDS = Words.of(VaultSettingsModel.class);
    private final Client client;
    private final Background background;
    private final String screenSession;
    private final Consumer<String> said;
    private final ReadOnlyObjectWrapper<Optional<ListSettings.Response>> settings =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param said told a sentence about each change
    public VaultSettingsModel(Client client, Background background, String screenSession, Consumer<String> said) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        this.said = said;
    }

    /// Stays empty for whoever may not see them.
    public void load() {
        background.run(
                () -> client.call(new ListSettings.Request(screenSession)),
                found -> settings.set(Optional.of(found)),
                _ -> {});
    }

    public void rotateServiceKeysEvery(int days) {
        if (settings.get().filter(now -> now.serviceKeyRotationDays() != days).isPresent()) {
            change(
                    new ChangeSettings.Request(Optional.of(days), Optional.empty()),
                    WORDS.get("vault.rotateEvery", days));
        }
    }

    public void hideNames(boolean hide) {
        if (settings.get().filter(now -> now.privateNames() != hide).isPresent()) {
            change(
                    new ChangeSettings.Request(Optional.empty(), Optional.of(hide)),
                    WORDS.get(hide ? "vault.namesHidden" : "vault.namesShown"));
        }
    }

    /// Where encrypted files were written.
    public void rememberPaths(boolean remember) {
        if (settings.get().filter(now -> now.rememberPaths() != remember).isPresent()) {
            change(
                    new ChangeSettings.Request(Optional.empty(), Optional.empty(), Optional.of(remember)),
                    WORDS.get(remember ? "vault.pathsRemembered" : "vault.pathsNotRemembered"));
        }
    }

    private void change(ChangeSettings.Request request, String done) {
        problem.set(Optional.empty());
        background.run(
                () -> client.call(request),
                now -> {
                    settings.set(Optional.of(now));
                    said.accept(done);
                },
                this::failed);
    }

    /// What the controls say is put back to what holds.
    private void failed(Throwable failure) {
        problem.set(Optional.of(Problem.of(failure)));
        var holds = settings.get();
        settings.set(Optional.empty());
        settings.set(holds);
    }

    public ReadOnlyObjectProperty<Optional<ListSettings.Response>> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
