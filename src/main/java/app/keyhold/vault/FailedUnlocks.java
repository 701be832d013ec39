package app.keyhold.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Counts wrong passphrases on this computer, so that the person sees after the next unlock that somebody tried. One byte
/// an attempt in a file outside the vault.
final class FailedUnlocks {
    private final Path folder;
    private final Path file;

    FailedUnlocks(Path stateFolder, String vaultId) {
        this.folder = stateFolder;
        this.file = stateFolder.resolve(vaultId + ".failed");
    }

    int count() {
        try {
            return (int) Math.min(Files.size(file), Integer.MAX_VALUE);
        } catch (IOException none) {
            return 0;
        }
    }

    void add() {
        try {
            OwnerOnly.createFolder(folder);
            var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            try (var out = Files.newByteChannel(file, options, OwnerOnly.file(folder))) {
                out.write(ByteBuffer.wrap("x".getBytes(StandardCharsets.US_ASCII)));
            }
        } catch (IOException notCounted) {
            // The refusal itself matters more than its count.
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // The count is shown once more next time.
        }
    }
}
