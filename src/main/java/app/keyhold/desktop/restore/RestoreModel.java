package app.keyhold.desktop.restore;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.vault.BackupInfo;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import app.keyhold.vault.VaultException;
import app.keyhold.vault.Vaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Restoring one backup: what it says of itself, what is really in it, how that differs from the vault of today, and only
/// then a new folder.
public final class RestoreModel {
    private final Vaults vaults;
    private final List<Path> known;
    private final Background background;
    private final Consumer<OpenVault> opened;
    private final String session = "restore-" + UUID.randomUUID();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper otherPassphrase = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<BackupInfo>> info = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> present = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicBoolean gone = new AtomicBoolean();
    private Optional<Path> chosen = Optional.empty();

    /// @param known folders of vaults on this computer, among which today's is looked for
    public RestoreModel(Vaults vaults, List<Path> known, Background background, Consumer<OpenVault> opened) {
        this.vaults = vaults;
        this.known = List.copyOf(known);
        this.background = background;
        this.opened = opened;
    }

    private record Described(BackupInfo info, Optional<Path> present) {}

    /// Reads what a backup says of itself, and whether the vault it was made of is on this computer.
    public void choose(Optional<Path> backup) {
        if (backup.equals(chosen)) {
            return;
        }
        chosen = backup;
        info.set(Optional.empty());
        present.set(Optional.empty());
        comparison.set(Optional.empty());
        problem.set(Optional.empty());
        otherPassphrase.set(false);
        backup.ifPresent(file -> background.run(
                () -> {
                    var said = vaults.backupInfo(file);
                    return new Described(said, known.stream().filter(folder -> isSame(folder, said)).findFirst());
                },
                found -> ifStill(file, () -> {
                    info.set(Optional.of(found.info()));
                    present.set(found.present());
                }),
                failure -> ifStill(file, () -> problem.set(Optional.of(Problem.of(failure))))));
    }

    private boolean isSame(Path folder, BackupInfo said) {
        try {
            return vaults.info(folder).vaultId().equals(said.vaultId());
        } catch (VaultException notToBeRead) {
            return false;
        }
    }

    private void ifStill(Path file, Runnable action) {
        if (chosen.equals(Optional.of(file))) {
            action.run();
        }
    }

    /// Looks into a copy, which is removed again.
    ///
    /// @param passphrase the one the vault had when it was backed up, or its recovery words; closed here
    public void look(String user, SecretBytes passphrase) {
        chosen.ifPresentOrElse(
                file -> work(
                        passphrase,
                        () -> {
                            try (var copy = vaults.lookInto(file, Unlocking.as(user, passphrase, "desktop"))) {
                                return VaultContents.of(copy, session);
                            }
                        },
                        contents -> ifStill(file, () -> comparison.set(Optional.of(Comparison.alone(contents))))),
                passphrase::close);
    }

    /// Holds what was found against the vault of today. That is unlocked for it, which its audit trail says; nothing that
    /// is due happens in it.
    ///
    /// @param passphrase today's; closed here
    public void compare(String user, SecretBytes passphrase) {
        var then = comparison.get().map(Comparison::then);
        if (then.isEmpty() || present.get().isEmpty()) {
            passphrase.close();
            return;
        }
        var folder = present.get().get();
        work(
                passphrase,
                () -> {
                    try (var today = vaults.lookAt(folder, Unlocking.as(user, passphrase, "desktop"))) {
                        return VaultContents.of(today, session);
                    }
                },
                now -> {
                    otherPassphrase.set(false);
                    comparison.set(Optional.of(Comparison.of(then.get(), now)));
                },
                failure -> {
                    boolean wrong = failure instanceof VaultException e && e.kind() == VaultException.Kind.WRONG_PASSPHRASE;
                    otherPassphrase.set(otherPassphrase.get() || wrong);
                    problem.set(Optional.of(Problem.of(failure)));
                });
    }

    /// @param passphrase as for [#look]; closed here
    public void restore(Path newFolder, String user, SecretBytes passphrase) {
        chosen.ifPresentOrElse(
                file -> work(
                        passphrase,
                        () -> vaults.restore(file, newFolder, Unlocking.as(user, passphrase, "desktop")),
                        this::arrived),
                passphrase::close);
    }

    /// What is restored stays; it is not left open for nobody.
    private void arrived(OpenVault restored) {
        if (gone.get()) {
            background.run(
                    () -> {
                        restored.lock();
                        return restored;
                    },
                    _ -> {},
                    _ -> {});
        } else {
            opened.accept(restored);
        }
    }

    /// The page goes away: a vault that comes later is locked again.
    public void dispose() {
        gone.set(true);
    }

    private <T> void work(SecretBytes passphrase, Callable<T> slow, Consumer<T> done) {
        work(passphrase, slow, done, failure -> problem.set(Optional.of(Problem.of(failure))));
    }

    private <T> void work(SecretBytes passphrase, Callable<T> slow, Consumer<T> done, Consumer<Throwable> failed) {
        busy.set(true);
        problem.set(Optional.empty());
        background.run(
                () -> {
                    try (passphrase) {
                        return slow.call();
                    }
                },
                result -> {
                    busy.set(false);
                    done.accept(result);
                },
                failure -> {
                    busy.set(false);
                    failed.accept(failure);
                });
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What the chosen backup says of itself.
    public ReadOnlyObjectProperty<Optional<BackupInfo>> infoProperty() {
        return info.getReadOnlyProperty();
    }

    /// Where the vault it was made of is today.
    public ReadOnlyObjectProperty<Optional<Path>> presentProperty() {
        return present.getReadOnlyProperty();
    }

    /// Whether the vault of today was found to open with another passphrase.
    public ReadOnlyBooleanProperty otherPassphraseProperty() {
        return otherPassphrase.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }
}
