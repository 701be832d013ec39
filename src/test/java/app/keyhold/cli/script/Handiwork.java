package app.keyhold.cli.script;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a script does to files with its own hands.
record Handiwork(Path folder) {
    /// @return what there is to tell
    String[] done(String verb, String... words) throws IOException {
        Path file = folder.resolve(words[0]);
        switch (verb) {
            case "flip" -> flip(file, Long.parseLong(words[1]));
            case "replace" -> {
                String text = Files.readString(file);
                require(text.contains(words[1]), words[1] + " is not in " + file);
                Files.writeString(file, text.replace(words[1], words[2]));
            }
            case "copy" -> Files.copy(file, folder.resolve(words[1]));
            case "move" -> Files.move(file, folder.resolve(words[1]));
            case "remove" -> Files.delete(file);
            case "mkdir" -> Files.createDirectories(file);
            case "same" -> require(Files.mismatch(file, folder.resolve(words[1])) == -1, file + " differs");
            case "absent" -> require(Files.notExists(file), file + " is there");
            case "show" -> {
                return Files.readAllLines(file).toArray(String[]::new);
            }
            case "list" -> {
                try (var children = Files.list(file)) {
                    return children.map(child -> child.getFileName().toString()).sorted().toArray(String[]::new);
                }
            }
            default -> throw new IllegalArgumentException("No such command on stage: " + verb);
        }
        return new String[0];
    }

    private static void flip(Path file, long offset) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            long at = offset < 0 ? open.length() + offset : offset;
            open.seek(at);
            int before = open.read();
            open.seek(at);
            open.write(before ^ 1);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
