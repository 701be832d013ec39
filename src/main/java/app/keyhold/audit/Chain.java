package app.keyhold.audit;

import app.keyhold.crypto.Blob;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// How the rows of one Region hang together: each row's hash covers the one before it. The vault's id and the Region are
/// hashed too, so that rows of one chain prove nothing in another.
///
/// Immutable and safe for all threads.
public final class Chain {
    private static final byte[] DOMAIN = "keyhold-audit-v1".getBytes(StandardCharsets.UTF_8);

    private final String vaultId;
    private final String region;
    private final byte[] prefix;

    public Chain(String vaultId, String region) {
        this.vaultId = vaultId;
        this.region = region;
        this.prefix = new CanonicalWriter().bytes(DOMAIN).text(vaultId).text(region).toByteArray();
    }

    public String vaultId() {
        return vaultId;
    }

    public String region() {
        return region;
    }

    /// SHA-256 over domain tag, vault id, Region, number, previous hash and body, each behind its length.
    public Blob hash(long number, Blob previous, Blob body) {
        byte[] bytes = body.toByteArray();
        MessageDigest digest = Sha256.digest();
        digest.update(prefix);
        byte[] before = previous.toByteArray();
        digest.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES + Integer.BYTES + before.length + Integer.BYTES)
                .putInt(Long.BYTES)
                .putLong(number)
                .putInt(before.length)
                .put(before)
                .putInt(bytes.length)
                .array());
        return Blob.of(digest.digest(bytes));
    }

    /// The row that follows `head`; the event is fitted to what a row may hold.
    public AuditRow link(AuditHead head, AuditEvent event) {
        AuditEvent fitted = EventLimits.fit(event);
        Blob body = Blob.of(EventCodec.encode(fitted));
        long number = head.number() + 1;
        return new AuditRow(number, head.hash(), body, hash(number, head.hash(), body), fitted);
    }
}
