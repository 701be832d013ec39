package app.keyhold.vault;

import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.vault.backup.BackupFile;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.operation.Users;
import app.keyhold.vault.slot.Slot;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes, opens, describes and restores vaults.
///
/// Thread-safe. Every failure is a [VaultException] whose kind tells wrong passphrase, damage, a newer format, missing
/// memory, missing space and danger apart; nothing on disk is changed by a failed call.
public final class Vaults {
    private static final String SUFFIX = ".keyhold";

    private final InstantSource clock;
    private final Path stateFolder;
    private final Attendant attendant;
    private final KeyStoreBackends backends;
    private final Consumer<String> reached;

    /// For a program that reaches no tokens and no proxies.
    ///
    /// @param stateFolder outside every vault: rollback anchors and counts of failed unlocks
    public Vaults(InstantSource clock, Path stateFolder, Attendant attendant) {
        this(clock, stateFolder, attendant, KeyStoreBackends.NONE);
    }

    /// @param stateFolder outside every vault: rollback anchors and counts of failed unlocks
    /// @param backends what custom key stores stand on
    public Vaults(InstantSource clock, Path stateFolder, Attendant attendant, KeyStoreBackends backends) {
        this(clock, stateFolder, attendant, backends, step -> {});
    }

    /// @param reached told after each step of a change that a crash could follow
    Vaults(
            InstantSource clock,
            Path stateFolder,
            Attendant attendant,
            KeyStoreBackends backends,
            Consumer<String> reached) {
        this.clock = clock;
        this.stateFolder = stateFolder;
        this.attendant = attendant;
        this.backends = backends;
        this.reached = reached;
    }

    /// The vault that is meant when none is named: `personal.keyhold` in the platform's data folder.
    public static Path defaultFolder() {
        return PlatformFolders.data().resolve("personal.keyhold");
    }

    /// What a person calls the vault in this folder: the folder's name without `.keyhold`.
    public static String nameOf(Path folder) {
        String name = String.valueOf(Optional.ofNullable(folder.getFileName()).orElse(folder));
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /// Where anchors are kept unless told otherwise.
    public static Path defaultStateFolder() {
        return PlatformFolders.state();
    }

    /// What costs are estimated with on this computer.
    public PriceFile prices() {
        return new PriceFile(stateFolder);
    }

    /// Makes a vault and leaves it open for its owner.
    public OpenVault create(NewVault wanted) {
        new Creation(wanted, clock).make();
        return unlock(
                wanted.folder(),
                new Unlocking(
                        Users.OWNER,
                        wanted.ownerPassphrase(),
                        wanted.keyFile(),
                        wanted.front(),
                        wanted.allowSyncFolder(),
                        false,
                        () -> false));
    }

    public OpenVault unlock(Path folder, Unlocking how) {
        return new Opening(VaultLayout.of(folder, reached), stateFolder, clock, attendant, backends).unlock(how);
    }

    /// What the header says to anybody: no passphrase, and so no proof, only an intact checksum.
    public VaultInfo info(Path folder) {
        var layout = VaultLayout.of(folder, reached);
        var header = layout.header().read().header();
        return new VaultInfo(
                layout.folder(),
                header.vaultId(),
                Header.VERSION,
                header.generation(),
                header.account(),
                header.homeRegion(),
                header.created(),
                header.slots().stream().map(Vaults::describe).toList());
    }

    private static VaultInfo.Slot describe(Slot slot) {
        return new VaultInfo.Slot(
                slot.id(), slot.hidesName() ? VaultInfo.HIDDEN : slot.user(), slot.kind(), slot.describeKdf(), slot.created());
    }

    /// What a backup says of itself: no passphrase, and so no proof.
    public BackupInfo backupInfo(Path backupFile) {
        return BackupFile.describe(backupFile);
    }

    /// Opens a copy of a backup for a look at what is in it, once it passed everything a restore would ask of it. Nothing falls
    /// due in it, and what is done there is forgotten: the copy is gone when it is locked.
    public OpenVault lookInto(Path backupFile, Unlocking how) {
        return new Looking(stateFolder, clock).into(backupFile, how);
    }

    /// Whether somebody knows a passphrase of a vault: derives and checks as an unlock does, and opens nothing. A wrong one
    /// counts among the failed unlocks.
    ///
    /// @throws VaultException WRONG_PASSPHRASE and whatever else an unlock may find
    public void prove(Path folder, Unlocking how) {
        var layout = VaultLayout.of(folder, reached);
        var header = layout.header().read();
        try {
            new HeaderChoice(layout, header).open(how).roots().close();
        } catch (VaultException refused) {
            if (refused.kind() == VaultException.Kind.WRONG_PASSPHRASE) {
                new FailedUnlocks(stateFolder, header.header().vaultId()).add();
            }
            throw refused;
        }
    }

    /// Opens a vault to look at it: nothing that is due happens meanwhile.
    public OpenVault lookAt(Path folder, Unlocking how) {
        return new Opening(VaultLayout.of(folder, reached), stateFolder, clock, Attendant.NONE, KeyStoreBackends.NONE)
                .unlock(how);
    }

    /// Unpacks a verified backup into a folder that does not exist yet, gives the copy an incarnation of its own and
    /// leaves it open.
    public OpenVault restore(Path backupFile, Path newFolder, Unlocking how) {
        new Restoring(backupFile, how, clock).into(newFolder);
        return unlock(newFolder, how);
    }
}
