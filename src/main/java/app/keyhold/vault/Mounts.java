package app.keyhold.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Which kind of file system a path is on.
final class Mounts {
    private static final Path TABLE = Path.of("/proc/mounts");

    private Mounts() {}

    /// `ext4`, `cifs`, `vfat`; empty where nobody tells.
    static String fileSystemOf(Path existing) {
        if (Files.isReadable(TABLE)) {
            try {
                var table = new String(Files.readAllBytes(TABLE), StandardCharsets.UTF_8);
                return fileSystemOf(existing, table.lines().toList());
            } catch (IOException unreadable) {
                // Fall through: the platform's own answer is coarser, but better than none.
            }
        }
        try {
            return Files.getFileStore(existing).type();
        } catch (IOException unknown) {
            return "";
        }
    }

    /// @param table lines of `device folder type options …`, the folder's blanks written as `\040`; later lines cover
    ///     earlier ones
    static String fileSystemOf(Path path, List<String> table) {
        var type = "";
        var depth = -1;
        for (var line : table) {
            var fields = line.split(" ", 4);
            if (fields.length < 3) {
                continue;
            }
            var folder = Path.of(fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"));
            if (path.startsWith(folder) && folder.getNameCount() >= depth) {
                depth = folder.getNameCount();
                type = fields[2];
            }
        }
        return type;
    }
}
