package app.keyhold.vault;

import app.keyhold.crypto.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// The paper that opens a vault when its passphrase is lost: 24 words, and what is needed to know which vault they open.
/// Never holds the root key.
///
/// @param words lower case, single blanks between
/// @param auditKeyFingerprint SHA-256 of the audit public key in hexadecimal: what to hold exported checkpoints against
public record RecoverySheet(
        String vaultId, String slotId, String user, LocalDate date, String auditKeyFingerprint, SecretBytes words)
        implements AutoCloseable {
    /// The words one by one, for the screen; strings can't be wiped, so keep them no longer than they are shown.
    public List<String> wordList() {
        return words.use(bytes -> List.of(new String(bytes, StandardCharsets.US_ASCII).split(" ")));
    }

    /// Wipes the words.
    @Override
    public void close() {
        words.close();
    }
}
