package app.keyhold.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One encrypted file to put under a fresh data key, in its own place.
///
/// @param keyIds ids, ARNs or aliases of the keys it shall open under, as in [Sealing]; empty: those it opens under now
/// @param onlyOlder leaves it alone if it is on those keys' newest materials already
/// @param rememberPath whether the vault remembers where it is; empty: as before, or as its setting says
/// @param sync wait until the bytes and the name are on the disk
/// @param allowUncommitted opens it although its suite does not commit to its key; what is written does
public record ReencryptOrder(
        Path source,
        List<String> keyIds,
        boolean onlyOlder,
        Optional<Boolean> rememberPath,
        boolean sync,
        boolean allowUncommitted) {
    public ReencryptOrder {
        keyIds = keyIds.stream().distinct().toList();
    }

    /// To the newest material of its own keys, synced.
    public static ReencryptOrder of(Path source) {
        return new ReencryptOrder(source, List.of(), false, Optional.empty(), true, false);
    }

    public ReencryptOrder under(String... keyIds) {
        return new ReencryptOrder(source, List.of(keyIds), onlyOlder, rememberPath, sync, allowUncommitted);
    }

    public ReencryptOrder onlyOlder(boolean onlyOlder) {
        return new ReencryptOrder(source, keyIds, onlyOlder, rememberPath, sync, allowUncommitted);
    }

    public ReencryptOrder allowingUncommitted(boolean allowUncommitted) {
        return new ReencryptOrder(source, keyIds, onlyOlder, rememberPath, sync, allowUncommitted);
    }
}
