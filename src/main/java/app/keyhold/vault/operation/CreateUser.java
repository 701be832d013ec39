package app.keyhold.vault.operation;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.Optional;

/// A person with a keyslot of their own. Whoever holds a keyslot is inside the wall: policies guide and audit them but
/// cannot stop their own code.
public final class CreateUser {
    /// @param keyFile path of a file needed beside the passphrase
    public record Request(
            @Required @Length(min = 1, max = 64) @Matches("[\\w+=,.@-]+") String userName,
            @Required @Length(min = 1, max = 1024) SecretBytes passphrase,
            Optional<String> keyFile,
            @Required @OneOf(Permissions.class) String permissions)
            implements KmsRequest<Response> {}

    public record Response(String userName, String arn) {}
}
