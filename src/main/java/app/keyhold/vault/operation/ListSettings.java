package app.keyhold.vault.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Randomness;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.file.RememberedPaths;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Required;
import app.keyhold.kms.operation.schedule.ServiceKeyRotation;
import app.keyhold.vault.HeaderKeeper;
import java.util.List;

/// What is settled for the whole vault and everybody in it.
public final class ListSettings extends VaultOperation<ListSettings.Request, ListSettings.Response> {
    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {
        /// Of no screen: recorded each time.
        public Request() {
            this(Randomness.uuid().toString());
        }
    }

    /// @param serviceKeyRotationDays how often the keys of Keyhold's own services rotate
    /// @param privateNames whether vault.json holds salted hashes in the place of user names
    /// @param rememberPaths whether the vault remembers where encrypted files were written, unless told at one
    public record Response(int serviceKeyRotationDays, boolean privateNames, boolean rememberPaths) {}

    private final HeaderKeeper headers;

    public ListSettings(HeaderKeeper headers) {
        super(Request.class, SOURCE);
        this.headers = headers;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.answer(
                new Response(
                        ServiceKeyRotation.days(view),
                        headers.current().hasPrivateNames(),
                        RememberedPaths.wanted(view)));
    }
}
