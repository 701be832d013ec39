package app.keyhold.desktop.firstrun;

import app.keyhold.vault.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A recovery sheet saved at a person's explicit wish.
public final class SheetFile {
    private SheetFile() {}

    /// Readable by its owner alone from the first byte on, where the file system knows owners. Takes the place of a file
    /// the person agreed to replace.
    public static void save(String text, Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, OwnerOnly.file(file));
        Files.write(
                file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }
}
