package app.keyhold.desktop.unlock;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.StrengthMeter;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Strength;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import app.keyhold.vault.Vaults;
import app.keyhold.vault.operation.ChangePassphrase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A forgotten passphrase: the recovery sheet's words open the vault, and a new passphrase takes the place of the old one.
public final class RecoverModel {
    private final Vaults vaults;
    private final Path folder;
    private final Background background;
    private final BiConsumer<OpenVault, List<String>> recovered;
    private final AtomicBoolean gone = new AtomicBoolean();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final StrengthMeter meter;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param recovered gets the open vault, and which known backups the old passphrase still opens
    public RecoverModel(
            Vaults vaults, Path folder, Background background, BiConsumer<OpenVault, List<String>> recovered) {
        this.vaults = vaults;
        this.folder = folder;
        this.background = background;
        this.meter = new StrengthMeter(background);
        this.recovered = recovered;
    }

    public Path folder() {
        return folder;
    }

    /// @param characters overwritten once measured
    public void measure(char[] characters) {
        meter.measure(characters);
    }

    private record Recovered(OpenVault vault, List<String> stillOpening) {}

    /// Nothing is changed unless the words open the vault.
    ///
    /// @param words closed here
    /// @param passphrase the new one; closed here
    public void recover(String user, SecretBytes words, SecretBytes passphrase) {
        busy.set(true);
        problem.set(Optional.empty());
        background.run(
                () -> {
                    try (words; passphrase) {
                        return change(user, words, passphrase);
                    }
                },
                this::arrived,
                failure -> {
                    busy.set(false);
                    problem.set(Optional.of(Problem.of(failure)));
                });
    }

    private Recovered change(String user, SecretBytes words, SecretBytes passphrase) {
        var how = new Unlocking(user, words, Optional.empty(), "desktop", false, false, gone::get);
        var vault = vaults.unlock(folder, how);
        try {
            var request = new ChangePassphrase.Request(user, words, Optional.empty(), passphrase, Optional.empty());
            return new Recovered(vault, vault.client().call(request).stillOpening());
        } catch (RuntimeException refused) {
            vault.lock();
            throw refused;
        }
    }

    /// The passphrase is changed even if nobody waits any more; the vault is not left open for that.
    private void arrived(Recovered result) {
        busy.set(false);
        if (gone.get()) {
            background.run(
                    () -> {
                        result.vault().lock();
                        return result;
                    },
                    _ -> {},
                    _ -> {});
        } else {
            recovered.accept(result.vault(), result.stillOpening());
        }
    }

    /// The page goes away: what comes later is not waited for.
    public void dispose() {
        gone.set(true);
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Strength> strengthProperty() {
        return meter.strengthProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
