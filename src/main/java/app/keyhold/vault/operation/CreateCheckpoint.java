package app.keyhold.vault.operation;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.store.SqliteRegion;
import app.keyhold.vault.AuditKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Signs the chain's head. Kept outside the vault, this is what convicts somebody who holds the passphrase and rewrites
/// the past, up to this row and no further.
public final class CreateCheckpoint extends VaultOperation<CreateCheckpoint.Request, CreateCheckpoint.Response> {
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

    private final SqliteRegion region;
    private final InstantSource clock;

    public CreateCheckpoint(SqliteRegion region, InstantSource clock) {
        super(Request.class, SOURCE);
        this.region = region;
        this.clock = clock;
    }

    /// The store signs in a transaction of its own: a checkpoint covers rows that are durable, so it can't be part of the
    /// transaction that records this call.
    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var made = region.checkpoint(clock.instant());
        return Prepared.answer(new Response(
                made.vaultId(),
                made.incarnation(),
                made.region(),
                made.number(),
                made.head().hex(),
                made.stateDigest().hex(),
                made.time(),
                made.previous().hex(),
                made.signature().hex(),
                AuditKey.of(view).publicKey().hex()));
    }
}
