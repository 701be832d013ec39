package app.keyhold.desktop.unlock;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import app.keyhold.vault.VaultException;
import app.keyhold.vault.VaultInfo;
import app.keyhold.vault.Vaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Opening one vault: who, with what, and why not.
public final class UnlockModel {
    /// @param kind what the vault answered; empty for a failure of another sort
    public record Failure(Optional<VaultException.Kind> kind, Problem problem) {
        /// Whether opening can be insisted on.
        public boolean canInsist() {
            return kind.filter(VaultException.Kind.REFUSED_FOR_SAFETY::equals).isPresent();
        }
    }

    private final Vaults vaults;
    private final Path folder;
    private final Door door;
    private final Background background;
    private final Consumer<OpenVault> opened;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<VaultInfo>> info = new ReadOnlyObjectWrapper<>(Optional.empty());
    private AtomicBoolean cancelled = new AtomicBoolean();

    /// @param opened gets the vault, on the FX thread
    public UnlockModel(Vaults vaults, Path folder, Background background, Consumer<OpenVault> opened) {
        this(vaults, folder, Door.of(vaults, folder), background, opened);
    }

    /// @param door what is opened, with a passphrase of the vault in `folder`
    public UnlockModel(Vaults vaults, Path folder, Door door, Background background, Consumer<OpenVault> opened) {
        this.vaults = vaults;
        this.folder = folder;
        this.door = door;
        this.background = background;
        this.opened = opened;
    }

    public Path folder() {
        return folder;
    }

    /// Reads the header, so that damage shows before a passphrase is typed.
    public void look() {
        background.run(() -> vaults.info(folder), found -> info.set(Optional.of(found)), this::failed);
    }

    /// Whether a name has to be typed, because the header does not tell it.
    public boolean namesArePrivate() {
        return info.get().stream()
                .flatMap(header -> header.slots().stream())
                .anyMatch(slot -> slot.user().equals(VaultInfo.HIDDEN));
    }

    /// Users with a passphrase whose names the header tells, `owner` first.
    public List<String> users() {
        return info.get().stream()
                .flatMap(header -> header.slots().stream())
                .filter(slot -> slot.kind().equals("passphrase"))
                .map(VaultInfo.Slot::user)
                .filter(name -> !name.equals(VaultInfo.HIDDEN))
                .distinct()
                .toList();
    }

    /// @param passphrase closed here
    /// @param insist open although the vault advised against it
    public void unlock(String user, SecretBytes passphrase, Optional<Path> keyFile, boolean insist) {
        var stop = new AtomicBoolean();
        cancelled = stop;
        busy.set(true);
        failure.set(Optional.empty());
        background.run(
                () -> {
                    try (passphrase) {
                        return door.open(
                                new Unlocking(user, passphrase, keyFile, "desktop", insist, insist, stop::get));
                    }
                },
                vault -> arrived(vault, stop),
                problem -> {
                    if (!stop.get()) {
                        failed(problem);
                    }
                });
    }

    /// The key derivation can't be interrupted everywhere: what it finds after this is dropped.
    public void cancel() {
        cancelled.set(true);
        busy.set(false);
    }

    private void arrived(OpenVault vault, AtomicBoolean stop) {
        if (stop.get()) {
            background.run(
                    () -> {
                        door.drop(vault);
                        return vault;
                    },
                    _ -> {},
                    _ -> {});
        } else {
            busy.set(false);
            opened.accept(vault);
        }
    }

    private void failed(Throwable problem) {
        busy.set(false);
        var kind = problem instanceof VaultException e ? Optional.of(e.kind()) : Optional.<VaultException.Kind>empty();
        failure.set(Optional.of(new Failure(kind, Problem.of(problem))));
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<VaultInfo>> infoProperty() {
        return info.getReadOnlyProperty();
    }
}
