package app.keyhold.desktop.due;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What to say of backups that hold a deleted key's material.
public final class Copies {
    private Copies() {}

    /// Empty if there are none.
    public static String sentence(List<String> backups) {
        if (backups.isEmpty()) {
            return "";
        }
        String names = backups.stream().map(Copies::named).collect(Collectors.joining(", "));
        return (backups.size() == 1 ? "This backup still holds its material: " : "These backups still hold its material: ")
                + names + ". Delete " + (backups.size() == 1 ? "it" : "them") + ", or back up again and then delete "
                + (backups.size() == 1 ? "it." : "them.");
    }

    /// The same beforehand.
    public static String warning(List<String> backups) {
        return backups.isEmpty()
                ? ""
                : "A deletion does not reach copies. " + (backups.size() == 1 ? "This backup holds" : "These backups hold")
                        + " the key as long as " + (backups.size() == 1 ? "it exists: " : "they exist: ")
                        + backups.stream().map(Copies::named).collect(Collectors.joining(", ")) + ".";
    }

    private static String named(String file) {
        return Files.isRegularFile(Path.of(file)) ? file : file + " (not there now)";
    }
}
