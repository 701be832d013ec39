package app.keyhold.desktop.unlock;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where a person can go from the unlock page.
public interface UnlockWays {
    /// Other vaults opened before, newest first.
    List<Path> recentVaults();

    void open(Path vault);

    void openAnother();

    void createVault();

    void restoreBackup();

    /// To a new passphrase for this vault, by its recovery sheet.
    void recover(Path vault);

    /// Asks for a key file.
    Optional<Path> chooseKeyFile();
}
