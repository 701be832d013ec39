package app.keyhold.cli;

import app.keyhold.files.FileService;
import app.keyhold.vault.CaughtUp;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Vaults;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the wiring hands the command line: the rooms, ready to use.
public interface Rooms {
    InstantSource clock();

    Vaults vaults();

    /// Files with this person's permissions.
    FileService files(OpenVault vault);

    /// Does what a file takes so many times for nobody, so that the first real one is as fast as the last.
    void practise(int files);

    /// What the schedule did when this vault was unlocked.
    CaughtUp caughtUp(OpenVault vault);

    /// Has the schedule look again.
    CaughtUp catchUp(OpenVault vault);

    /// Opens the window and returns when it is closed.
    ///
    /// @param files to take as if dropped on it
    void desktop(Optional<Path> vault, List<Path> files);

    /// Makes the demo vault and opens the window on it; takes pictures of every screen instead where there is no display.
    ///
    /// @param folder for vault, papers and pictures; what an earlier demo left there is replaced
    /// @param pictures although there is a display
    /// @param say tells the person what is being done
    void demo(Path folder, boolean pictures, Consumer<String> say);
}
