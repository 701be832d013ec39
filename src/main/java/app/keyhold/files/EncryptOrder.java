package app.keyhold.files;

import java.nio.file.Path;
import java.util.Optional;

/// One file to encrypt.
///
/// @param verify read the finished message back and check every frame before it takes its name
/// @param sync wait until the bytes and the name are on the disk
/// @param rememberPath whether the vault remembers where it is; empty: as its setting says
/// @param hideName the result is called by random letters; the name is inside
/// @param original if [Original#BIN], the message is read back and synced whatever else is said
public record EncryptOrder(
        Path source,
        Destination destination,
        Sealing sealing,
        Collision collision,
        boolean verify,
        boolean sync,
        Optional<Boolean> rememberPath,
        boolean hideName,
        Original original) {
    public EncryptOrder {
        verify |= original == Original.BIN;
        sync |= original == Original.BIN;
    }

    /// Beside the source, keeping what is there, synced, not read back.
    public static EncryptOrder of(Path source, Sealing sealing) {
        return new EncryptOrder(
                source,
                Destination.beside(),
                sealing,
                Collision.KEEP_BOTH,
                false,
                true,
                Optional.empty(),
                false,
                Original.KEEP);
    }

    public EncryptOrder to(Destination destination) {
        return new EncryptOrder(
                source, destination, sealing, collision, verify, sync, rememberPath, hideName, original);
    }

    public EncryptOrder onCollision(Collision collision) {
        return new EncryptOrder(
                source, destination, sealing, collision, verify, sync, rememberPath, hideName, original);
    }

    public EncryptOrder verified(boolean verify) {
        return new EncryptOrder(
                source, destination, sealing, collision, verify, sync, rememberPath, hideName, original);
    }

    public EncryptOrder synced(boolean sync) {
        return new EncryptOrder(
                source, destination, sealing, collision, verify, sync, rememberPath, hideName, original);
    }

    public EncryptOrder rememberingPath(Optional<Boolean> rememberPath) {
        return new EncryptOrder(
                source, destination, sealing, collision, verify, sync, rememberPath, hideName, original);
    }

    public EncryptOrder hidingName(boolean hideName) {
        return new EncryptOrder(
                source, destination, sealing, collision, verify, sync, rememberPath, hideName, original);
    }

    public EncryptOrder original(Original original) {
        return new EncryptOrder(
                source, destination, sealing, collision, verify, sync, rememberPath, hideName, original);
    }
}
