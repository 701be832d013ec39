package app.keyhold.vault;

import app.keyhold.vault.header.HeaderFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;

/// Where things are in a vault's folder.
///
/// @param reached told after each step of a change that a crash could follow
record VaultLayout(Path folder, Consumer<String> reached) {
    static VaultLayout of(Path folder) {
        return of(folder, step -> {});
    }

    static VaultLayout of(Path folder, Consumer<String> reached) {
        return new VaultLayout(folder.toAbsolutePath().normalize(), reached);
    }

    HeaderFiles header() {
        return new HeaderFiles(folder, reached);
    }

    Path regions() {
        return folder.resolve("regions");
    }

    Path database(String region) {
        return regions().resolve(region + ".db");
    }

    Path backups() {
        return folder.resolve("backups");
    }

    /// An empty vault's folders, for their owner alone.
    void create() throws IOException {
        OwnerOnly.createFolder(folder);
        OwnerOnly.createFolder(regions());
        OwnerOnly.createFolder(backups());
    }

    /// Removes everything, as far as it goes: what was half made.
    void remove() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException left) {
            // What is left is encrypted, and has no header: no vault.
        }
    }
}
