package app.keyhold.audit;

import app.keyhold.crypto.Blob;

/// A row as a store has it, before anything of it is believed: the body may be unreadable and the columns may lie.
public record StoredRow(long number, Blob previousHash, Blob body, Blob hash, EventColumns columns) {
    public static StoredRow of(AuditRow row) {
        return new StoredRow(row.number(), row.previousHash(), row.body(), row.hash(), EventColumns.of(row.event()));
    }
}
