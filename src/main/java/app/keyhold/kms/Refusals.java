package app.keyhold.kms;

/// Words for what goes wrong underneath an operation.
final class Refusals {
    private Refusals() {}

    /// Refusals stay as they are; anything else becomes a fault of the service that tells nothing of the request's data.
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

    static KmsException outcomeUnknown(Throwable cause) {
        return new KmsException(
                Fault.KMSInternalException,
                "It is unknown whether this was done: the audit trail could not be made durable. Lock the vault, unlock "
                        + "it again and look at the timeline before trying again. " + sentence(cause),
                cause);
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
