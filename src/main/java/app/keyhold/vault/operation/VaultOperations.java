package app.keyhold.vault.operation;

import app.keyhold.kms.Operation;
import app.keyhold.store.SqliteRegion;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.KdfCalibration;
import app.keyhold.vault.Regions;
import app.keyhold.vault.backup.BackupMaker;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;

/// The vault's own operations, wired.
public final class VaultOperations {
    private VaultOperations() {}

    /// @param folder the vault's
    /// @param backups copies of it that are known
    /// @param region whose door they are for
    /// @param copies opens a copy of a Region's database
    public static List<Operation<?, ?>> all(
            Path folder,
            KnownBackups backups,
            HeaderKeeper headers,
            Regions regions,
            SqliteRegion region,
            BiFunction<SqliteRegion, Path, SqliteRegion> copies,
            InstantSource clock) {
        var backupFolder = folder.resolve("backups");
        var known = new KnownCopies(backups, regions);
        return List.of(
                new Unlock(),
                new SettleHeader(headers),
                new CreateUser(headers, clock),
                new DeleteUser(headers, known),
                new ListUsers(headers),
                new ListSettings(headers),
                new ChangeSettings(headers),
                new ChangePassphrase(headers, known, clock),
                new CreateRecoverySheet(headers, clock),
                new TestRecoverySheet(headers, clock),
                new Rekey(headers, known, clock),
                new Backup(headers, regions, new BackupMaker(backupFolder, copies), clock),
                new ListBackups(backups),
                new ForgetBackup(),
                new QueryCheckpoints(headers),
                new CheckVault(headers, regions, clock),
                new RepairPermissions(regions),
                new MeasureUnlock(headers),
                new RecalibrateUnlock(headers, KdfCalibration::measure, clock),
                new CreateCheckpoint(region, clock),
                new AddRegion(headers, regions),
                new ListRegions(regions),
                new QueryRegions(regions),
                new RemoveRegion(headers, regions),
                new PromoteRegion(headers, regions),
                new SettleRegion(),
                new CompleteOutbox(),
                new AdoptPrincipals(regions));
    }
}
