package app.keyhold.vault;

import app.keyhold.crypto.SecretBytes;
import java.nio.file.Path;
import java.util.Optional;

/// What a vault is made of. The account is drawn at random unless given.
///
/// @param folder must not exist, or be empty; its name usually ends in `.keyhold`
/// @param account 12 digits
/// @param privateNames whether vault.json shall hold hashes in the place of user names
public record NewVault(
        Path folder,
        Optional<String> account,
        String region,
        SecretBytes ownerPassphrase,
        Optional<Path> keyFile,
        KdfCost cost,
        String front,
        boolean allowSyncFolder,
        boolean privateNames) {
    /// With user names readable in vault.json.
    public NewVault(
            Path folder,
            Optional<String> account,
            String region,
            SecretBytes ownerPassphrase,
            Optional<Path> keyFile,
            KdfCost cost,
            String front,
            boolean allowSyncFolder) {
        this(folder, account, region, ownerPassphrase, keyFile, cost, front, allowSyncFolder, false);
    }

    /// Argon2id's parameters; `memoryKib` is lowered by calibration to no less than 64 MiB on a slow machine.
    public record KdfCost(int memoryKib, int passes, int lanes) {
        public static final KdfCost DEFAULT = new KdfCost(256 * 1024, 3, 1);
        public static final KdfCost FLOOR = new KdfCost(64 * 1024, 3, 1);
    }
}
