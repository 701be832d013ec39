package app.keyhold.desktop.firstrun;

import app.keyhold.vault.OpenVault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A person who chooses nothing.
public class NoWays implements FirstRunWays {
    @Override
    public void openAnother() {}

    @Override
    public void restoreBackup() {}

    @Override
    public Optional<Runnable> tryDemo() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseFolder(Path from) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseFile(String proposedName) {
        return Optional.empty();
    }

    @Override
    public List<Path> chooseFiles() {
        return List.of();
    }

    @Override
    public void finished(OpenVault vault, List<Path> files) {}
}
