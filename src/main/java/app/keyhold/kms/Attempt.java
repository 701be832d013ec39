package app.keyhold.kms;

import app.keyhold.iam.Decision;
import app.keyhold.kms.key.Key;
import java.util.List;
import java.util.Optional;

/// Where steps 1 to 6 left a call, and on which state of the Region.
sealed interface Attempt<R> {
    /// The state it was made on.
    long epoch();

    /// The unique id of the user who calls; empty for others, whose ids follow from their names.
    Optional<String> userId();

    /// What was resolved, as far as it came.
    List<Key> keys();

    List<Decision> decisions();

    record Ready<R>(
            long epoch, Optional<String> userId, List<Key> keys, List<Decision> decisions, Prepared<R> prepared)
            implements Attempt<R> {}

    record Refused<R>(
            long epoch,
            Optional<String> userId,
            List<Key> keys,
            List<Decision> decisions,
            Step step,
            KmsException refusal)
            implements Attempt<R> {}

    /// Which steps refused: what depends on the Region's state is looked at again when that has moved.
    enum Step {
        /// Step 1: depends on the request alone.
        SHAPE,
        /// Steps 2 to 4: lookup, authorization, usage and state.
        CHECKS,
        /// Steps 5 and 6: holds as long as the keys are the same.
        PREPARE
    }

    /// The store failed while it was made: that is no answer of the operation, and it is taken again.
    default boolean couldNotRead() {
        return this instanceof Refused<R> refused && refused.refusal().getCause() instanceof StoreException;
    }

    /// Nobody will get its answer.
    default void drop() {
        if (this instanceof Ready<R> ready) {
            Wiping.wipe(ready.prepared());
        }
    }
}
