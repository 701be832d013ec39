package app.keyhold.vault.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.CheckpointCodec;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.AuditKey;
import app.keyhold.vault.HeaderKeeper;
import java.util.List;

/// What a stranger needs beside the rows to verify them: whose chain it is, the key, and what that key signed.
public final class QueryCheckpoints extends VaultOperation<QueryCheckpoints.Request, QueryCheckpoints.Response> {
    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {}

    /// @param auditKey SubjectPublicKeyInfo of the Region's audit key of today
    /// @param checkpoints in canonical form, signature included, oldest first
    public record Response(String vaultId, String region, Blob auditKey, List<Blob> checkpoints) {}

    private final HeaderKeeper headers;

    public QueryCheckpoints(HeaderKeeper headers) {
        super(Request.class, SOURCE);
        this.headers = headers;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.answer(new Response(
                headers.current().vaultId(),
                view.region(),
                AuditKey.of(view).publicKey(),
                view.audit().checkpoints().stream()
                        .map(checkpoint -> Blob.of(CheckpointCodec.encode(checkpoint)))
                        .toList()));
    }
}
