package app.keyhold.desktop.firstrun;

import app.keyhold.desktop.part.Language;
import app.keyhold.vault.OpenVault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the first run leaves to the window around it.
public interface FirstRunWays {
    void openAnother();

    void restoreBackup();

    /// Opens the demo vault, where there is one.
    Optional<Runnable> tryDemo();

    /// Asks for the folder a vault's folder is made in.
    Optional<Path> chooseFolder(Path from);

    /// Asks where to save a text.
    Optional<Path> chooseFile(String proposedName);

    /// Asks for files to encrypt.
    List<Path> chooseFiles();

    /// What language the desktop was told to speak.
    default Language language() {
        return Language.SYSTEM;
    }

    /// Speaks it from now on, this page included.
    default void speak(Language language) {}

    /// The first run is over; `files` are the first to encrypt.
    void finished(OpenVault vault, List<Path> files);
}
