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
                "Nothing was done, because it could not be recorded in the audit trail: " + sentence(cause) + ".",
                cause);
    }

    /// @param fate what a second look at the trail showed
    static KmsException outcomeUnknown(Fate fate, Throwable cause) {
        String words =
                switch (fate) {
                    case Fate.Unknown(Throwable obstacle) ->
                        "It is unknown whether this was done: its commit failed (" + sentence(cause)
                                + ") and the database cannot be opened again (" + sentence(obstacle)
                                + "). Look at the timeline before you try it again.";
                    case Fate.NotThere _ ->
                        "This was not done and is not in the audit trail, because its commit failed: " + sentence(cause)
                                + ". You may try it again.";
                    case Fate.There(long number) ->
                        "This was done and stands in the audit trail as #" + number
                                + ", but its answer is lost, because its commit failed: " + sentence(cause) + ".";
                };
        return new KmsException(Fault.KMSInternalException, words, cause);
    }

    /// Of a call whose commit failed.
    sealed interface Fate {
        /// The trail could not be read.
        record Unknown(Throwable obstacle) implements Fate {}

        record NotThere() implements Fate {}

        record There(long number) implements Fate {}
    }

    static KmsException waitingForReopening(Throwable cause) {
        return new KmsException(
                Fault.KMSInternalException,
                "Nothing was done, because after a failed write the database cannot be opened again: " + sentence(cause)
                        + ". Check that its disk is connected and has space; each call tries again.",
                cause);
    }

    /// Without a full stop: it stands inside a sentence. Of a failed commit it tells only why.
    private static String sentence(Throwable cause) {
        if (cause instanceof StoreException store
                && store.kind() == StoreException.Kind.OUTCOME_UNKNOWN
                && store.getCause() instanceof StoreException why) {
            return sentence(why);
        }
        String message = cause.getMessage();
        String words = message == null ? cause.getClass().getSimpleName() : message;
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }
}
