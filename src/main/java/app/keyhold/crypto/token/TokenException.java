package app.keyhold.crypto.token;

/// Why a token could not do its part. The message is a sentence for a person.
public final class TokenException extends RuntimeException {
    public enum Reason {
        /// The library's file is missing, not to be trusted, or no PKCS#11 library.
        LIBRARY,
        /// No token of that label and serial number is in any slot, or it was taken out.
        NOT_PRESENT,
        WRONG_PIN,
        PIN_LOCKED,
        PIN_NOT_SET,
        LOGGED_IN_ELSEWHERE,
        /// It has no AES-256-GCM, or cannot make keys.
        UNFIT,
        KEY_MISSING,
        LABEL_TAKEN,
        TIMED_OUT,
        /// Anything else the library says, and its crash.
        FAILED
    }

    private final Reason reason;

    public TokenException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public TokenException(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// Whether the token answered, so that asking it again makes no difference.
    public boolean isAnswer() {
        return switch (reason) {
            case KEY_MISSING, LABEL_TAKEN, UNFIT -> true;
            case LIBRARY, NOT_PRESENT, WRONG_PIN, PIN_LOCKED, PIN_NOT_SET, LOGGED_IN_ELSEWHERE, TIMED_OUT, FAILED -> false;
        };
    }
}
