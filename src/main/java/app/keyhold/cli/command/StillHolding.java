package app.keyhold.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Names the backups that a key's deletion does not reach.
final class StillHolding {
    private StillHolding() {}

    static List<String> lines(List<String> backups) {
        if (backups.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("These backups still hold its material; delete them, or back up again and then delete them:");
        backups.forEach(file -> lines.add("  " + file + place(file)));
        return lines;
    }

    /// A file that is not there may lie on a disk that is not connected.
    static String place(String file) {
        return Files.isRegularFile(Path.of(file)) ? "" : "  (not there now: moved, deleted, or its disk is not connected)";
    }
}
