package app.keyhold.vault;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What a vault's header tells without a passphrase.
public record VaultInfo(
        Path folder,
        String vaultId,
        int formatVersion,
        long generation,
        String account,
        String homeRegion,
        Instant created,
        List<Slot> slots) {
    /// Stands where a name is private.
    public static final String HIDDEN = "(private)";

    /// @param user the name, or [#HIDDEN]
    /// @param kind `passphrase` or `recovery`
    /// @param kdf for a person: `Argon2id, 256 MiB, 3 passes`
    public record Slot(String id, String user, String kind, String kdf, Instant created) {}
}
