package app.keyhold.audit;

import app.keyhold.crypto.Blob;

/// The newest row's number and hash; number 0 and 32 zero bytes before the first row.
public record AuditHead(long number, Blob hash) {
    public static final AuditHead EMPTY = new AuditHead(0, Blob.of(new byte[32]));
}
