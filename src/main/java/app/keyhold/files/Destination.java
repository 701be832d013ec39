package app.keyhold.files;

import java.nio.file.Path;

/// Where the result of a file goes.
public sealed interface Destination {
    /// In the source's own folder: `report.pdf` becomes `report.pdf.khd` and the other way round.
    record Beside() implements Destination {}

    /// In another folder, which is made if it is missing.
    record Folder(Path folder) implements Destination {}

    /// Under exactly this name.
    record Exactly(Path file) implements Destination {}

    static Destination beside() {
        return new Beside();
    }

    static Destination folder(Path folder) {
        return new Folder(folder);
    }

    static Destination exactly(Path file) {
        return new Exactly(file);
    }
}
