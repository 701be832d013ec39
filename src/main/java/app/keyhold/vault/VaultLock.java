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

/// One holder at a time over all processes: an operating system's lock on an empty file, which ends with its process.
final class VaultLock {
    private final Path file;
    private final String busy;
    private final String nextStep;

    private VaultLock(Path file, String busy, String nextStep) {
        this.file = file;
        this.busy = busy;
        this.nextStep = nextStep;
    }

    /// For a change of the header.
    static VaultLock ofHeader(Path folder) {
        return new VaultLock(
                folder.resolve("vault.lock"),
                "Another program is changing this vault's users or passphrases. Nothing was changed.",
                "Try again in a moment.");
    }

    /// For as long as a vault is open in a synchronised folder.
    static VaultLock ofUse(Path folder) {
        return new VaultLock(
                folder.resolve("vault.use"),
                "Another program has this vault open; in a synchronised folder that goes one at a time.",
                "Lock it there, then try again.");
    }

    /// @throws VaultException IN_USE
    Held acquire() {
        return tryAcquire().orElseThrow(() -> new VaultException(VaultException.Kind.IN_USE, busy, nextStep));
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
        FileChannel.open(file, options, OwnerOnly.file(file)).close();
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
