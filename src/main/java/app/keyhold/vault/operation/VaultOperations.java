package app.keyhold.vault.operation;

import app.keyhold.kms.Operation;
import app.keyhold.store.SqliteRegion;
import app.keyhold.vault.HeaderKeeper;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The vault's own operations, wired.
public final class VaultOperations {
    private VaultOperations() {}

    /// @param folder the vault's
    public static List<Operation<?, ?>> all(
            Path folder, HeaderKeeper headers, SqliteRegion region, InstantSource clock) {
        var backups = new KnownBackups(folder.resolve("backups"));
        return List.of(
                new Unlock(),
                new SettleHeader(headers),
                new CreateUser(headers, clock),
                new DeleteUser(headers, backups),
                new ListUsers(headers),
                new ChangePassphrase(headers, backups, clock),
                new CreateRecoverySheet(headers, clock),
                new Rekey(headers, backups, clock),
                new CreateCheckpoint(region, clock));
    }
}
