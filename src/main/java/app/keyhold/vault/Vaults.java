package app.keyhold.vault;

import java.nio.file.Path;
import java.time.InstantSource;

/// Makes, opens, describes and restores vaults.
///
/// Thread-safe. Every failure is a [VaultException] whose kind tells wrong passphrase, damage, a newer format, missing
/// memory, missing space and danger apart; nothing on disk is changed by a failed call.
public final class Vaults {
    private final InstantSource clock;
    private final Path stateFolder;
    private final Attendant attendant;

    /// @param stateFolder outside every vault: rollback anchors and counts of failed unlocks
    public Vaults(InstantSource clock, Path stateFolder, Attendant attendant) {
        this.clock = clock;
        this.stateFolder = stateFolder;
        this.attendant = attendant;
    }

    /// The vault that is meant when none is named: `personal.keyhold` in the platform's data folder.
    public static Path defaultFolder() {
        return PlatformFolders.data().resolve("personal.keyhold");
    }

    /// Where anchors are kept unless told otherwise.
    public static Path defaultStateFolder() {
        return PlatformFolders.state();
    }

    /// Makes a vault and leaves it open for its owner.
    public OpenVault create(NewVault wanted) {
        throw new UnsupportedOperationException();
    }

    public OpenVault unlock(Path folder, Unlocking how) {
        throw new UnsupportedOperationException();
    }

    /// What the header says to anybody: no passphrase, and so no proof, only an intact checksum.
    public VaultInfo info(Path folder) {
        throw new UnsupportedOperationException();
    }

    /// Unpacks a verified backup into a folder that does not exist yet, gives the copy an incarnation of its own and
    /// leaves it open.
    public OpenVault restore(Path backupFile, Path newFolder, Unlocking how) {
        throw new UnsupportedOperationException();
    }
}
