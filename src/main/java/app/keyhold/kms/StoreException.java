package app.keyhold.kms;

/// Why the store could not do its part, told apart so that each gets its own sentence.
public final class StoreException extends RuntimeException {
    public enum Kind {
        BUSY,
        NO_SPACE,
        READ_ONLY,
        DAMAGED,
        /// A commit failed half-way: what it held may or may not be there.
        OUTCOME_UNKNOWN,
        CLOSED
    }

    private final Kind kind;

    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
