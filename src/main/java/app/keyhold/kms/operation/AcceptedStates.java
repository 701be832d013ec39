package app.keyhold.kms.operation;

import static app.keyhold.kms.key.KeyState.Creating;
import static app.keyhold.kms.key.KeyState.Disabled;
import static app.keyhold.kms.key.KeyState.Enabled;
import static app.keyhold.kms.key.KeyState.PendingDeletion;
import static app.keyhold.kms.key.KeyState.PendingImport;
import static app.keyhold.kms.key.KeyState.PendingReplicaDeletion;
import static app.keyhold.kms.key.KeyState.Unavailable;
import static app.keyhold.kms.key.KeyState.Updating;

import app.keyhold.kms.key.KeyState;
import java.util.Set;

/// The rows of the key-state table that several operations share (developer guide, "Key states of KMS keys").
public final class AcceptedStates {
    /// Everything that uses the material.
    public static final Set<KeyState> USABLE = Set.of(Enabled, Updating);

    public static final Set<KeyState> NOT_BEING_DELETED =
            Set.of(Creating, Enabled, Disabled, PendingImport, Unavailable, Updating);
    public static final Set<KeyState> BEING_DELETED = Set.of(PendingDeletion, PendingReplicaDeletion);
    public static final Set<KeyState> DELETABLE = Set.of(Creating, Enabled, Disabled, PendingImport, Unavailable);

    /// On and off.
    public static final Set<KeyState> SWITCHABLE = Set.of(Enabled, Disabled, Unavailable);

    private AcceptedStates() {}
}
