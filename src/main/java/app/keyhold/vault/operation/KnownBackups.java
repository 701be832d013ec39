package app.keyhold.vault.operation;

import app.keyhold.vault.DiskFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Copies of the vault that Keyhold keeps beside it. What was copied elsewhere nobody can list.
public final class KnownBackups {
    private final Path folder;

    /// @param folder the vault's `backups`
    public KnownBackups(Path folder) {
        this.folder = folder;
    }

    public List<String> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
        } catch (IOException failed) {
            throw DiskFailure.of("The backups could not be listed", failed);
        }
    }
}
