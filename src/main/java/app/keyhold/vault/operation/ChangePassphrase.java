package app.keyhold.vault.operation;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// Gives a user's keyslot a new passphrase. The current one, or the recovery sheet's words, proves who asks.
public final class ChangePassphrase {
    /// @param newKeyFile path of a file needed beside the new passphrase from now on
    public record Request(
            @Required @Length(min = 1, max = 64) String userName,
            @Required @Length(min = 1, max = 1024) SecretBytes currentPassphrase,
            Optional<String> currentKeyFile,
            @Required @Length(min = 1, max = 1024) SecretBytes newPassphrase,
            Optional<String> newKeyFile)
            implements KmsRequest<Response> {}

    /// @param stillOpening backups in the vault's folder that the old passphrase still opens
    public record Response(List<String> stillOpening) {}
}
