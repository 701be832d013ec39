package app.keyhold.vault.operation;

import app.keyhold.kms.Operation;
import app.keyhold.store.SqliteRegion;
import app.keyhold.vault.FolderHealth;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.backup.BackupMaker;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// The vault's own operations, wired.
public final class VaultOperations {
    private VaultOperations() {}

    /// @param folder the vault's
    /// @param backups copies of it that are known
    /// @param copies opens a copy of the Region's database
    public static List<Operation<?, ?>> all(
            Path folder,
            KnownBackups backups,
            HeaderKeeper headers,
            SqliteRegion region,
            Function<Path, SqliteRegion> copies,
            InstantSource clock) {
        var backupFolder = folder.resolve("backups");
        return List.of(
                new Unlock(),
                new SettleHeader(headers),
                new CreateUser(headers, clock),
                new DeleteUser(headers, backups),
                new ListUsers(headers),
                new ListSettings(headers),
                new ChangeSettings(headers),
                new ChangePassphrase(headers, backups, clock),
                new CreateRecoverySheet(headers, clock),
                new Rekey(headers, backups, clock),
                new Backup(headers, new BackupMaker(backupFolder, region, copies), clock),
                new ListBackups(backups),
                new ForgetBackup(),
                new QueryCheckpoints(headers),
                new CheckVault(headers, new FolderHealth(folder), region, clock),
                new CreateCheckpoint(region, clock));
    }
}
