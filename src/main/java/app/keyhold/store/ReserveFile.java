package app.keyhold.store;

import app.keyhold.crypto.Randomness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// 4 MiB of random bytes beside the database, given back to the disk when space runs out, so that locking, checkpoints
/// and cancelling can still be recorded.
final class ReserveFile {
    private static final int SIZE = 4 << 20;

    private final Path file;
    private boolean there;

    ReserveFile(Path database) {
        this.file = database.resolveSibling(database.getFileName() + "-reserve");
    }

    /// Makes it anew if it was given back, or was not there at the start.
    ///
    /// @return whether it is there
    synchronized boolean restore() {
        if (there) {
            return true;
        }
        try {
            if (!Files.exists(file) || Files.size(file) != SIZE) {
                Files.deleteIfExists(file);
                PrivateFiles.create(file);
                Files.write(file, Randomness.bytes(SIZE));
            }
            there = true;
            return true;
        } catch (IOException noSpace) {
            release();
            return false;
        }
    }

    synchronized void release() {
        there = false;
        try {
            Files.deleteIfExists(file);
        } catch (IOException stillInUse) {
            // Nothing is lost but the space; the next transaction that lacks it says so.
        }
    }
}
