package app.keyhold.desktop.due;

import app.keyhold.desktop.part.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What to say of backups that hold a deleted key's material.
public final class Copies {
    private static final Words WORDS = Words.of(Copies.class);

    private Copies() {}

    /// Empty if there are none.
    public static String sentence(List<String> backups) {
        if (backups.isEmpty()) {
            return "";
        }
        return WORDS.get("copies.hold", backups.size(), names(backups));
    }

    /// The same beforehand.
    public static String warning(List<String> backups) {
        return backups.isEmpty() ? "" : WORDS.get("copies.warning", backups.size(), names(backups));
    }

    private static String names(List<String> backups) {
        return backups.stream().map(Copies::named).collect(Collectors.joining(", "));
    }

    private static String named(String file) {
        return Files.isRegularFile(Path.of(file)) ? file : WORDS.get("copies.away", file);
    }
}
