package app.keyhold.kms;

import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import java.util.Set;

/// The fault of a key whose state an operation does not accept (developer guide, "Key states of KMS keys", and recorded
/// answers). Each operation declares its row as [Operation#acceptedStates].
final class KeyStateTable {
    private KeyStateTable() {}

    /// @throws KmsException DisabledException or KMSInvalidStateException
    static void require(Set<KeyState> accepted, Key key) {
        if (!accepted.contains(key.state())) {
            throw refusal(accepted, key);
        }
    }

    private static KmsException refusal(Set<KeyState> accepted, Key key) {
        if (wantsDeletion(accepted)) {
            return invalidState(key, "is not pending deletion");
        }
        return switch (key.state()) {
            case Disabled -> new KmsException(Fault.DisabledException, key.arn() + " is disabled.");
            case PendingDeletion -> invalidState(key, "is pending deletion");
            case PendingReplicaDeletion -> invalidState(key, "is pending replica deletion");
            case PendingImport -> invalidState(key, "is pending import");
            case Unavailable -> invalidState(key, "is unavailable");
            case Creating -> invalidState(key, "is creating");
            case Updating -> invalidState(key, "is updating");
            case Enabled -> invalidState(key, "is enabled");
        };
    }

    /// CancelKeyDeletion and DeleteKey ask for the one state that every other operation avoids.
    private static boolean wantsDeletion(Set<KeyState> accepted) {
        return accepted.contains(KeyState.PendingDeletion) && !accepted.contains(KeyState.Enabled);
    }

    private static KmsException invalidState(Key key, String what) {
        return new KmsException(Fault.KMSInvalidStateException, key.arn() + " " + what + ".");
    }
}
