package app.keyhold.desktop.keys;

import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.util.function.Predicate;

/// The parts of the key list a person jumps between.
public enum KeySection {
    ALL("All", row -> true),
    CUSTOMER("Customer", row -> row.manager() == KeyManager.CUSTOMER),
    SERVICE("Service", row -> row.manager() == KeyManager.AWS),
    IMPORTED("Imported", row -> row.origin() == KeyOrigin.EXTERNAL),
    DISABLED("Disabled", row -> row.state() == KeyState.Disabled),
    PENDING_DELETION("Pending deletion", row -> row.state() == KeyState.PendingDeletion);

    private final String title;
    private final Predicate<KeyRow> holds;

    KeySection(String title, Predicate<KeyRow> holds) {
        this.title = title;
        this.holds = holds;
    }

    public String title() {
        return title;
    }

    public boolean holds(KeyRow row) {
        return holds.test(row);
    }
}
