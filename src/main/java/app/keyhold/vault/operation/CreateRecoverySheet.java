package app.keyhold.vault.operation;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.AuditKey;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.RecoverySheet;
import java.time.InstantSource;
import java.util.List;

/// A new recovery sheet for a user; the one before stops working.
public final class CreateRecoverySheet
        extends VaultOperation<CreateRecoverySheet.Request, CreateRecoverySheet.Response> {
    public record Request(@Required @Length(min = 1, max = 64) String userName)
            implements KmsRequest<Response>, HeaderChanging {}

    /// @param sheet shown once; whoever receives it wipes it
    public record Response(RecoverySheet sheet) {}

    private final HeaderKeeper headers;
    private final InstantSource clock;

    public CreateRecoverySheet(HeaderKeeper headers, InstantSource clock) {
        super(Request.class, SOURCE);
        this.headers = headers;
        this.clock = clock;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        if (view.identity(Users.principal(view.account(), request.userName()).arn()).isEmpty()) {
            throw new KmsException(
                    Fault.NotFoundException, "The user with name " + request.userName() + " cannot be found.");
        }
        var fresh = FreshSheet.make(
                headers.current().vaultId(),
                request.userName(),
                AuditKey.of(view).fingerprint(),
                headers.keys().root(),
                clock.instant());
        var next = headers.next(view, header -> header.with(fresh.slot()));
        return Prepared.change(work -> {
            headers.announce(work, next);
            return new Response(fresh.sheet());
        });
    }
}
