package app.keyhold.desktop.keys;

import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.util.function.Predicate;

/// The parts of the key list a person jumps between.
public enum KeySection {
    ALL(row -> true),
    CUSTOMER(row -> row.manager() == KeyManager.CUSTOMER),
    SERVICE(row -> row.manager() == KeyManager.AWS),
    IMPORTED(row -> row.origin() == KeyOrigin.EXTERNAL),
    DISABLED(row -> row.state() == KeyState.Disabled),
    PENDING_DELETION(row -> row.state() == KeyState.PendingDeletion);

    private final Predicate<KeyRow> holds;

    KeySection(Predicate<KeyRow> holds) {
        this.holds = holds;
    }

    public boolean holds(KeyRow row) {
        return holds.test(row);
    }
}
