package app.keyhold.vault.operation;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Records that somebody opened the vault. A slot whose principal is missing or disabled opens nothing: the door refuses
/// it as it refuses every call of nobody's.
public final class Unlock extends VaultOperation<Unlock.Request, Unlock.Response> {
    /// @param slotId the keyslot that was opened
    /// @param olderHeaderAccepted whether a rolled-back header was accepted on request
    /// @param failedBefore wrong passphrases on this computer since the last unlock here
    public record Request(
            @Required String userName, @Required String slotId, boolean olderHeaderAccepted, int failedBefore)
            implements KmsRequest<Response> {}

    public record Response() {}

    public Unlock() {
        super(Request.class, SOURCE);
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.answer(new Response());
    }
}
