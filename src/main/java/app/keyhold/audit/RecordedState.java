package app.keyhold.audit;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.StateDigest.Row;
import app.keyhold.crypto.Blob;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What ought to be stored, gathered from the changes along a chain. A removed key takes its grants along: they may be too
/// many to be listed one by one.
public final class RecordedState {
    /// @param number of the newest row that wrote it
    /// @param digest empty once it was removed
    public record Recorded(long number, Optional<Blob> digest) {}

    private static final String KEY = "key";
    private static final String GRANT = "grant";

    private final Map<Row, Recorded> rows = new HashMap<>();
    private final Map<String, Set<String>> grantsByKey = new HashMap<>();
    private final StateDigest digest = new StateDigest();

    void follow(long number, AuditEvent event) {
        event.changes().forEach(change -> record(number, change));
        event.changes().stream()
                .filter(change -> change.kind().equals(KEY) && change.digest().isEmpty())
                .flatMap(key -> Optional.ofNullable(grantsByKey.remove(key.identity())).stream().flatMap(Set::stream))
                .forEach(grant -> record(number, new Change(GRANT, grant, Optional.empty())));
    }

    private void record(long number, Change change) {
        rows.put(new Row(change.kind(), change.identity()), new Recorded(number, change.digest()));
        digest.apply(change);
        int slash = change.identity().indexOf('/');
        if (change.kind().equals(GRANT) && slash >= 0) {
            String key = change.identity().substring(0, slash);
            if (change.digest().isPresent()) {
                grantsByKey.computeIfAbsent(key, _ -> new HashSet<>()).add(change.identity());
            } else {
                Optional.ofNullable(grantsByKey.get(key)).ifPresent(grants -> grants.remove(change.identity()));
            }
        }
    }

    Blob stateDigest() {
        return digest.digest();
    }

    public Map<Row, Recorded> rows() {
        return Collections.unmodifiableMap(rows);
    }
}
