package app.keyhold.kms.operation.key;

import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.AcceptedStates;
import app.keyhold.kms.operation.KeyChange;
import app.keyhold.kms.operation.KeyRequest;
import java.util.Set;

/// On and off.
interface KeySwitch<Q extends KeyRequest<R>, R> extends KeyChange<Q, R> {
    @Override
    default Set<KeyState> acceptedStates() {
        return AcceptedStates.SWITCHABLE;
    }

    /// An unavailable key stays so until what it lacks is back.
    static <R> Prepared<R> turn(Key key, KeyState state, R response) {
        return Prepared.change(work -> {
            Key now = KeyLookup.key(work, key.id());
            if (now.state() != KeyState.Unavailable) {
                work.put(now.withState(state));
            }
            return response;
        });
    }
}
