package app.keyhold.desktop;

import app.keyhold.desktop.part.Words;
import java.nio.file.Path;
import java.util.List;

/// Files that arrived while the vault was locked.
record Dropped(List<Path> files) {
    private static final Words WORDS = Words.of(Dropped.class);

    String unlockFirst() {
        return WORDS.get("drop.waits", String.valueOf(files.getFirst().getFileName()), files.size());
    }
}
