package app.keyhold.cli;

import app.keyhold.files.FileService;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Vaults;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What the wiring hands the command line: the rooms, ready to use.
public interface Rooms {
    InstantSource clock();

    Vaults vaults();

    /// Files with this person's permissions.
    FileService files(OpenVault vault);

    /// Opens the window and returns when it is closed.
    ///
    /// @return the exit code
    int desktop(List<Path> files);

    /// The same with a vault made up for looking around.
    ///
    /// @param pictures where to leave a picture of every screen
    int demo(Optional<Path> pictures);
}
