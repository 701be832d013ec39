package app.keyhold.files;

import java.nio.file.Path;
import java.util.Optional;

/// One encrypted file to put under a fresh data key, in its own place.
///
/// @param keyId id, ARN or alias of the key it shall open under; empty: the one that opens it now
/// @param onlyOlder leaves it alone if it is on that key's newest material already
/// @param rememberPath whether the vault remembers where it is; empty: as before, or as its setting says
/// @param sync wait until the bytes and the name are on the disk
public record ReencryptOrder(
        Path source, Optional<String> keyId, boolean onlyOlder, Optional<Boolean> rememberPath, boolean sync) {
    /// To the newest material of its own key, synced.
    public static ReencryptOrder of(Path source) {
        return new ReencryptOrder(source, Optional.empty(), false, Optional.empty(), true);
    }

    public ReencryptOrder under(String keyId) {
        return new ReencryptOrder(source, Optional.of(keyId), onlyOlder, rememberPath, sync);
    }

    public ReencryptOrder onlyOlder(boolean onlyOlder) {
        return new ReencryptOrder(source, keyId, onlyOlder, rememberPath, sync);
    }
}
