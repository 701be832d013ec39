package app.keyhold.desktop;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.lock.AutoLock;
import app.keyhold.desktop.lock.BehindWindow;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.desktop.unlock.Door;
import app.keyhold.desktop.unlock.UnlockController;
import app.keyhold.desktop.unlock.UnlockModel;
import app.keyhold.desktop.unlock.UnlockWays;
import app.keyhold.files.JobQueue;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Vaults;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/// A blank window that asks for the passphrase while the vault goes on working on files behind it. Once nothing is left to
/// do, the vault is locked.
final class LockedWindow {
    private static final Words WORDS = Words.of(LockedWindow.class);

    private final Frame behind;
    private final BehindWindow work;
    private final UnlockController page;

    /// @param lock locks the vault, too
    /// @param unlocked the person of this vault is back
    LockedWindow(
            OpenVault open,
            Frame behind,
            JobQueue queue,
            Vaults vaults,
            Background background,
            UnlockWays ways,
            Consumer<Optional<AutoLock.Reason>> lock,
            Runnable unlocked) {
        this.behind = behind;
        work = new BehindWindow(
                queue,
                background,
                () -> lock.accept(Optional.empty()),
                () -> lock.accept(Optional.of(AutoLock.Reason.DONE)));
        var door = Door.before(open, vaults);
        page = new UnlockController(
                new UnlockModel(vaults, open.folder(), door, background, _ -> {
                    leave();
                    unlocked.run();
                }),
                ways);
        page.onlyFor(open.user());
        page.note(Tone.INFO, WORDS.get("lock.window"));
        page.attach(work);
        behind.hold(true);
    }

    private void leave() {
        work.forget();
        page.dispose();
        behind.hold(false);
    }

    Node root() {
        return page.root();
    }

    /// The vault is locked, or the program ends: what is behind goes, too.
    void dispose() {
        leave();
        behind.dispose();
    }
}
