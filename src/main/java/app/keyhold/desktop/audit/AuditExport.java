package app.keyhold.desktop.audit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes events to a file, which appears under its name only when it is whole.
final class AuditExport {
    private final Content content;

    @FunctionalInterface
    interface Content {
        /// @return how many events were written
        long write(OutputStream out) throws IOException;
    }

    AuditExport(Content content) {
        this.content = content;
    }

    /// @return how many events were written
    long write(Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            long written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                written = content.write(out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
