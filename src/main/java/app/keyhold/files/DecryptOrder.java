package app.keyhold.files;

import java.nio.file.Path;

/// One file to decrypt. Which key opens it stands in the file.
///
/// @param sync wait until the bytes and the name are on the disk
/// @param extract it holds an archive, which becomes a folder
/// @param allowUncommitted opens it although its suite does not commit to its key
public record DecryptOrder(
        Path source,
        Destination destination,
        Collision collision,
        boolean sync,
        boolean extract,
        boolean allowUncommitted) {
    /// Beside the source, keeping what is there, synced.
    public static DecryptOrder of(Path source) {
        return new DecryptOrder(source, Destination.beside(), Collision.KEEP_BOTH, true, false, false);
    }

    public DecryptOrder to(Destination destination) {
        return new DecryptOrder(source, destination, collision, sync, extract, allowUncommitted);
    }

    public DecryptOrder onCollision(Collision collision) {
        return new DecryptOrder(source, destination, collision, sync, extract, allowUncommitted);
    }

    public DecryptOrder synced(boolean sync) {
        return new DecryptOrder(source, destination, collision, sync, extract, allowUncommitted);
    }

    public DecryptOrder extracting(boolean extract) {
        return new DecryptOrder(source, destination, collision, sync, extract, allowUncommitted);
    }

    public DecryptOrder allowingUncommitted(boolean allowUncommitted) {
        return new DecryptOrder(source, destination, collision, sync, extract, allowUncommitted);
    }
}
