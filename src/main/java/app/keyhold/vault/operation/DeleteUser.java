package app.keyhold.vault.operation;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Takes a user and all their keyslots away. Copies of the vault made before still open with the old passphrase: only
/// [Rekey] shuts someone out of what is written from then on.
public final class DeleteUser {
    public record Request(@Required @Length(min = 1, max = 64) String userName) implements KmsRequest<Response> {}

    /// @param stillOpening backups in the vault's folder that the old passphrase still opens
    public record Response(List<String> stillOpening) {}
}
