package app.keyhold.vault.operation;

import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Records that somebody opened the vault. Needs no permission: the keyslot was the proof. A slot whose principal is
/// missing or disabled opens nothing.
public final class Unlock extends VaultOperation<Unlock.Request, Unlock.Response> {
    /// @param principalArn whose slot was opened
    /// @param slotId the slot
    /// @param olderHeaderAccepted whether a rolled-back header was accepted on request
    /// @param failedBefore wrong passphrases on this computer since the last unlock here
    public record Request(
            @Required String principalArn, @Required String slotId, boolean olderHeaderAccepted, int failedBefore)
            implements KmsRequest<Response> {}

    public record Response() {}

    public Unlock() {
        super(Request.class, SOURCE);
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of();
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        if (view.identity(request.principalArn()).filter(found -> found.enabled()).isEmpty()) {
            throw new KmsException(
                    Fault.AccessDeniedException,
                    request.principalArn() + " is not, or no longer, a user of this vault, although a keyslot of that "
                            + "name is there.");
        }
        return Prepared.answer(new Response());
    }
}
