package app.keyhold.desktop;

import java.nio.file.Path;
import java.util.List;

/// Files that arrived while the vault was locked.
record Dropped(List<Path> files) {
    String unlockFirst() {
        String what = files.size() == 1 ? String.valueOf(files.getFirst().getFileName()) : files.size() + " files";
        return "Unlock first: " + what + (files.size() == 1 ? " waits." : " wait.");
    }
}
