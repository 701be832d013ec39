package app.keyhold.kms;

/// Words for what goes wrong underneath an operation.
final class Refusals {
    private Refusals() {}

    /// Refusals stay as they are; anything else becomes a fault of the service that tells nothing of the request's
    /// data.
    static KmsException of(RuntimeException failure, String operation) {
        return switch (failure) {
            case KmsException refusal -> refusal;
            case StoreException store ->
                new KmsException(Fault.KMSInternalException, String.valueOf(store.getMessage()), store);
            default ->
                new KmsException(
                        Fault.KMSInternalException,
                        operation + " failed inside Keyhold (" + failure.getClass().getSimpleName()
                                + "). Nothing was changed.",
                        failure);
        };
    }

    /// Every lock ends here; a client error, so that SDKs fail at once instead of trying again.
    static KmsException locked() {
        return new KmsException(
                Fault.KMSInvalidStateException, "The vault is locked. Nothing was done; unlock it and ask again.");
    }

    static KmsException notDone(Throwable cause) {
        return new KmsException(
                Fault.KMSInternalException,
                "Nothing was done, because it could not be recorded in the audit trail: " + sentence(cause),
                cause);
    }

    /// @param fate what a second look at the trail showed
    static KmsException outcomeUnknown(Fate fate, Throwable cause) {
        String seen =
                switch (fate) {
                    case Fate.Unknown _ -> "It is unknown whether this was done";
                    case Fate.NotThere _ -> "Its row is not in the audit trail, so this was not done";
                    case Fate.There(long number) ->
                        "It was done and stands in the audit trail as #" + number + ", but its answer is lost";
                };
        return new KmsException(
                Fault.KMSInternalException,
                seen + ": the commit failed. Lock the vault, unlock it again and look at the timeline before going on. "
                        + sentence(cause),
                cause);
    }

    /// Of a call whose commit failed.
    sealed interface Fate {
        /// The trail could not be read.
        record Unknown() implements Fate {}

        record NotThere() implements Fate {}

        record There(long number) implements Fate {}
    }

    static KmsException waitingForReopening(Throwable cause) {
        return new KmsException(
                Fault.KMSInternalException,
                "Nothing was done: since an earlier write failed nothing more is written. Lock the vault and unlock it "
                        + "again. " + sentence(cause),
                cause);
    }

    private static String sentence(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
