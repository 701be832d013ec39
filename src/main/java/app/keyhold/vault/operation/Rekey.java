package app.keyhold.vault.operation;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.RecoverySheet;
import java.util.List;
import java.util.Optional;

/// Shuts out whoever knows an old passphrase: a new root key, under which databases and materials move while the vault
/// locks. Other people's keyslots can't come along, because their passphrases are needed for that: they are to be added
/// again.
public final class Rekey {
    public record Request(
            @Required @Length(min = 1, max = 64) String userName,
            @Required @Length(min = 1, max = 1024) SecretBytes passphrase,
            Optional<String> keyFile)
            implements KmsRequest<Response> {}

    /// @param sheet the recovery sheet for the new root key; earlier sheets stop working; whoever receives it wipes it
    /// @param toAddAgain users whose keyslot ends with the old root key
    /// @param stillOpening backups in the vault's folder that old passphrases still open
    public record Response(RecoverySheet sheet, List<String> toAddAgain, List<String> stillOpening) {}
}
