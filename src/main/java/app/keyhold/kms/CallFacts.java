package app.keyhold.kms;

import app.keyhold.iam.Caller;
import java.util.UUID;
import java.util.function.Supplier;

/// Who asks for what, for the one part of a call that has to tell it outside Keyhold: the proxy of an external key
/// manager. Nothing inside decides by it; an operation that needs to know its caller declares an [Access].
///
/// @param operation as in `Encrypt`
public record CallFacts(Caller caller, String operation, UUID requestId) {
    private static final ScopedValue<CallFacts> CURRENT = ScopedValue.newInstance();

    /// Of the call in whose fifth step this thread is.
    ///
    /// @throws java.util.NoSuchElementException outside of one
    public static CallFacts current() {
        return CURRENT.get();
    }

    <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }
}
