package app.keyhold.desktop.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/// The file of the preferences: Java properties, replaced in one step.
final class PreferencesFile {
    private static final long LARGEST = 64 * 1024;

    private PreferencesFile() {}

    /// Empty if there is none, or none that can be read.
    static Properties read(Path file) {
        var stored = new Properties();
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                try (var in = Files.newBufferedReader(file)) {
                    stored.load(in);
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Properties();
        }
        return stored;
    }

    static void write(Path file, Properties stored) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".part");
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (var out = Files.newBufferedWriter(next)) {
            stored.store(out, null);
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
