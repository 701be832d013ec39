package app.keyhold.audit;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.crypto.Blob;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/// How the rows of one Region hang together: each row's hash covers the one before it. The vault's id and the Region are
/// hashed too, so that rows of one chain prove nothing in another.
///
/// Immutable and safe for all threads.
public final class Chain {
    private static final byte[] DOMAIN = "keyhold-audit-v1".getBytes(StandardCharsets.UTF_8);

    private final String vaultId;
    private final String region;
    /// Has taken in what all rows begin with; only ever copied.
    private final MessageDigest begun;

    public Chain(String vaultId, String region) {
        this.vaultId = vaultId;
        this.region = region;
        this.begun = Sha256.digest();
        begun.update(new CanonicalWriter().bytes(DOMAIN).text(vaultId).text(region).toByteArray());
    }

    public String vaultId() {
        return vaultId;
    }

    public String region() {
        return region;
    }

    /// SHA-256 over domain tag, vault id, Region, number, previous hash and body, each behind its length.
    public Blob hash(long number, Blob previous, Blob body) {
        MessageDigest digest = Sha256.copy(begun);
        byte[] before = previous.toByteArray();
        digest.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES + Integer.BYTES + before.length + Integer.BYTES)
                .putInt(Long.BYTES)
                .putLong(number)
                .putInt(before.length)
                .put(before)
                .putInt(body.size())
                .array());
        body.feed(digest);
        return Blob.taking(digest.digest());
    }

    /// The row that follows `head`; the event is fitted to what a row may hold.
    public AuditRow link(AuditHead head, AuditEvent event) {
        return link(head, DraftEvent.of(event), event.time(), event.changes());
    }

    /// The row that follows `head`, for an event written at `time` together with `changes`.
    public AuditRow link(AuditHead head, DraftEvent event, Instant time, List<Change> changes) {
        Blob body = event.body(time, changes);
        long number = head.number() + 1;
        return new AuditRow(number, head.hash(), body, hash(number, head.hash(), body), event.at(time, changes));
    }
}
