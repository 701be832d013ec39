package app.keyhold.desktop.restore;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import app.keyhold.vault.Vaults;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Restoring one backup.
public final class RestoreModel {
    private final Vaults vaults;
    private final Background background;
    private final Consumer<OpenVault> opened;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    public RestoreModel(Vaults vaults, Background background, Consumer<OpenVault> opened) {
        this.vaults = vaults;
        this.background = background;
        this.opened = opened;
    }

    /// @param passphrase the one the vault had when it was backed up; closed here
    public void restore(Path backup, Path newFolder, SecretBytes passphrase) {
        busy.set(true);
        problem.set(Optional.empty());
        background.run(
                () -> {
                    try (passphrase) {
                        return vaults.restore(backup, newFolder, Unlocking.as("owner", passphrase, "desktop"));
                    }
                },
                vault -> {
                    busy.set(false);
                    opened.accept(vault);
                },
                failure -> {
                    busy.set(false);
                    problem.set(Optional.of(Problem.of(failure)));
                });
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
