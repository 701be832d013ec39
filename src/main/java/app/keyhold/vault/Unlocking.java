package app.keyhold.vault;

import app.keyhold.crypto.SecretBytes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Who opens a vault and how. The slot is chosen by user name, never tried in turn.
///
/// @param passphrase UTF-8, a passphrase or the recovery sheet's 24 words; wiped by whoever made it
/// @param front `desktop`, `cli` or `schedule`: what the audit row says as its source
/// @param allowSyncFolder open although the folder is synchronised or on a network
/// @param acceptOlderHeader open although the header is older than the database says (after a restore by hand)
/// @param cancelled asked between the slow steps; a late result is dropped
public record Unlocking(
        String user,
        SecretBytes passphrase,
        Optional<Path> keyFile,
        String front,
        boolean allowSyncFolder,
        boolean acceptOlderHeader,
        BooleanSupplier cancelled) {
    public static Unlocking as(String user, SecretBytes passphrase, String front) {
        return new Unlocking(user, passphrase, Optional.empty(), front, false, false, () -> false);
    }
}
