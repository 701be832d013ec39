package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.StateDigest.Row;
import app.keyhold.crypto.Blob;
import java.util.HashMap;
import java.util.Map;

/// The digest of every row as it really is in its table, computed anew.
final class StoredDigests {
    /// @param changedBy what the row says of itself
    record Stored(Blob digest, long changedBy) {}

    private final Map<Row, Stored> rows = new HashMap<>();

    void add(Change content, long changedBy) {
        rows.put(
                new Row(content.kind(), content.identity()),
                new Stored(content.digest().orElseThrow(), changedBy));
    }

    Map<Row, Stored> rows() {
        return rows;
    }
}
