package app.keyhold.audit;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.StateDigest.Row;
import app.keyhold.crypto.Blob;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What ought to be stored, gathered from the changes along a chain.
public final class RecordedState {
    /// @param number of the newest row that wrote it
    /// @param digest empty once it was removed
    public record Recorded(long number, Optional<Blob> digest) {}

    private final Map<Row, Recorded> rows = new HashMap<>();
    private final StateDigest digest = new StateDigest();

    void follow(long number, AuditEvent event) {
        for (Change change : event.changes()) {
            rows.put(new Row(change.kind(), change.identity()), new Recorded(number, change.digest()));
            digest.apply(change);
        }
    }

    Blob stateDigest() {
        return digest.digest();
    }

    public Map<Row, Recorded> rows() {
        return Collections.unmodifiableMap(rows);
    }
}
