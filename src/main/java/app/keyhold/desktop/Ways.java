package app.keyhold.desktop;

import app.keyhold.desktop.firstrun.FirstRunWays;
import app.keyhold.desktop.part.Language;
import app.keyhold.desktop.part.Words;
import app.keyhold.desktop.unlock.UnlockWays;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Vaults;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The system's own choosers, and where each answer leads.
final class Ways implements FirstRunWays, UnlockWays {
    private static final Words WORDS = Words.of(Ways.class);

    private final Shell shell;

    Ways(Shell shell) {
        this.shell = shell;
    }

    private Window window() {
        return shell.root().getScene().getWindow();
    }

    @Override
    public List<Path> recentVaults() {
        return shell.parts().preferences().recentVaults().stream()
                .filter(Files::isDirectory)
                .toList();
    }

    @Override
    public void open(Path vault) {
        shell.showUnlock(vault);
    }

    @Override
    public void openAnother() {
        chooseFolder(WORDS.get("choose.vault"), Vaults.defaultFolder().resolveSibling("")).ifPresent(shell::showUnlock);
    }

    @Override
    public void createVault() {
        shell.showFirstRun(Vaults.defaultFolder());
    }

    @Override
    public void restoreBackup() {
        shell.showRestore();
    }

    @Override
    public void recover(Path vault) {
        shell.showRecover(vault);
    }

    @Override
    public Optional<Path> chooseKeyFile() {
        return chooseExisting(WORDS.get("choose.keyFile"));
    }

    Optional<Path> chooseExisting(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showOpenDialog(window())).map(File::toPath);
    }

    @Override
    public Optional<Runnable> tryDemo() {
        return shell.parts().demo().map(_ -> shell::tryDemo);
    }

    @Override
    public Optional<Path> chooseFolder(Path from) {
        return chooseFolder(WORDS.get("choose.folder"), from);
    }

    private Optional<Path> chooseFolder(String title, Path from) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (Files.isDirectory(from)) {
            chooser.setInitialDirectory(from.toFile());
        }
        return Optional.ofNullable(chooser.showDialog(window())).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseFile(String proposedName) {
        var chooser = new FileChooser();
        chooser.setTitle(WORDS.get("choose.save"));
        chooser.setInitialFileName(proposedName);
        return Optional.ofNullable(chooser.showSaveDialog(window())).map(File::toPath);
    }

    @Override
    public List<Path> chooseFiles() {
        var chooser = new FileChooser();
        chooser.setTitle(WORDS.get("choose.encrypt"));
        List<File> files = chooser.showOpenMultipleDialog(window());
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Language language() {
        return shell.parts().preferences().languageProperty().get();
    }

    @Override
    public void speak(Language language) {
        shell.parts().preferences().languageProperty().set(language);
        language.apply();
        createVault();
    }

    @Override
    public void finished(OpenVault vault, List<Path> files) {
        shell.opened(vault, files);
    }
}
