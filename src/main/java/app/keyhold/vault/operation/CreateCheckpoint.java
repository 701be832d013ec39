package app.keyhold.vault.operation;

import app.keyhold.kms.KmsRequest;
import java.time.Instant;

/// Signs the chain's head. Kept outside the vault, this is what convicts somebody who holds the passphrase and rewrites
/// the past, up to this row and no further.
public final class CreateCheckpoint {
    public record Request() implements KmsRequest<Response> {}

    /// Byte strings in hexadecimal.
    ///
    /// @param publicKey SubjectPublicKeyInfo of the Region's audit key
    public record Response(
            String vaultId,
            String incarnation,
            String region,
            long number,
            String head,
            String stateDigest,
            Instant time,
            String previous,
            String signature,
            String publicKey) {}
}
