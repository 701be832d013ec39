package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.kms.file.RememberedPaths;
import app.keyhold.kms.operation.schedule.ServiceKeyRotation;
import java.util.Set;

/// Which rows every Region of a vault has alike.
public final class SharedRows {
    private static final Set<String> KINDS = Set.of(RowDigest.IDENTITY, RowDigest.ACCESS_KEY);
    /// These belong to the vault, all others to their Region.
    private static final Set<String> SETTINGS = Set.of(ServiceKeyRotation.SETTING, RememberedPaths.SETTING);

    private SharedRows() {}

    public static boolean isShared(Change change) {
        return KINDS.contains(change.kind())
                || change.kind().equals(RowDigest.SETTING) && SETTINGS.contains(change.identity());
    }

    /// Whether the change says that its transaction does what another Region's outbox asked for.
    public static boolean isTakenOver(Change change) {
        return change.kind().equals(RowDigest.APPLIED) && change.digest().isPresent();
    }
}
