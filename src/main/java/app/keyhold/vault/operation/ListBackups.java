package app.keyhold.vault.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Randomness;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// The copies of this vault that Keyhold knows of: each still opens with the passphrases of its time and holds the
/// materials of its time.
public final class ListBackups extends VaultOperation<ListBackups.Request, ListBackups.Response> {
    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {
        /// Of no screen: recorded each time.
        public Request() {
            this(Randomness.uuid().toString());
        }
    }

    public record Response(List<KnownBackups.Backup> backups) {}

    private final KnownBackups backups;

    public ListBackups(KnownBackups backups) {
        super(Request.class, SOURCE);
        this.backups = backups;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.answer(new Response(backups.all(view)));
    }
}
