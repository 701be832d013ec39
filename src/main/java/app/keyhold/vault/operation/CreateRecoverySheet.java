package app.keyhold.vault.operation;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.RecoverySheet;

/// A new recovery sheet for a user; the one before stops working.
public final class CreateRecoverySheet {
    public record Request(@Required @Length(min = 1, max = 64) String userName) implements KmsRequest<Response> {}

    /// @param sheet shown once; whoever receives it wipes it
    public record Response(RecoverySheet sheet) {}
}
