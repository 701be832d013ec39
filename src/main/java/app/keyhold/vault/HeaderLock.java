package app.keyhold.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// One change of a vault's header at a time, over all processes: an operating system's lock on `vault.lock`, which ends
/// with its process.
final class HeaderLock {
    private final Path file;

    HeaderLock(Path folder) {
        this.file = folder.resolve("vault.lock");
    }

    /// @throws VaultException IN_USE
    Held acquire() {
        return tryAcquire()
                .orElseThrow(() -> new VaultException(
                        VaultException.Kind.IN_USE,
                        "Another program is changing this vault's users or passphrases. Nothing was changed.",
                        "Try again in a moment."));
    }

    Optional<Held> tryAcquire() {
        try {
            if (!Files.exists(file)) {
                createIfMissing();
            }
            var channel = FileChannel.open(file, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new Held(channel));
                }
            } catch (OverlappingFileLockException sameProcess) {
                // Held by another thread: the same answer as for another process.
            }
            channel.close();
            return Optional.empty();
        } catch (IOException failed) {
            throw DiskFailure.of("The vault's lock file could not be used", failed);
        }
    }

    private void createIfMissing() throws IOException {
        var options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        FileChannel.open(file, options, OwnerOnly.file(file.getParent())).close();
    }

    /// Closing lets the next one in.
    record Held(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException gone) {
                // The lock ends with the channel either way.
            }
        }
    }
}
