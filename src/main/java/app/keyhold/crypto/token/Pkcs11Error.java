package app.keyhold.crypto.token;

import app.keyhold.crypto.token.TokenException.Reason;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the library answered, found in the causes of what SunPKCS11 throws: the code's name is all of the message.
final class Pkcs11Error {
    private static final String PREFIX = "CKR_";

    private static final Map<String, Reason> REASONS = Map.ofEntries(
            Map.entry("CKR_PIN_INCORRECT", Reason.WRONG_PIN),
            Map.entry("CKR_PIN_INVALID", Reason.WRONG_PIN),
            Map.entry("CKR_PIN_LEN_RANGE", Reason.WRONG_PIN),
            Map.entry("CKR_PIN_EXPIRED", Reason.WRONG_PIN),
            Map.entry("CKR_PIN_LOCKED", Reason.PIN_LOCKED),
            Map.entry("CKR_USER_PIN_NOT_INITIALIZED", Reason.PIN_NOT_SET),
            Map.entry("CKR_USER_ALREADY_LOGGED_IN", Reason.LOGGED_IN_ELSEWHERE),
            Map.entry("CKR_USER_ANOTHER_ALREADY_LOGGED_IN", Reason.LOGGED_IN_ELSEWHERE),
            Map.entry("CKR_SESSION_COUNT", Reason.LOGGED_IN_ELSEWHERE),
            Map.entry("CKR_TOKEN_NOT_PRESENT", Reason.NOT_PRESENT),
            Map.entry("CKR_TOKEN_NOT_RECOGNIZED", Reason.NOT_PRESENT),
            Map.entry("CKR_SLOT_ID_INVALID", Reason.NOT_PRESENT),
            Map.entry("CKR_DEVICE_REMOVED", Reason.NOT_PRESENT),
            Map.entry("CKR_MECHANISM_INVALID", Reason.UNFIT));

    private Pkcs11Error() {}

    /// @param what was tried, as in "Logging in"
    static TokenException of(String what, Throwable failure) {
        Optional<String> code = code(failure);
        return new TokenException(
                code.map(name -> REASONS.getOrDefault(name, Reason.FAILED)).orElse(Reason.FAILED),
                what + " failed: " + code.map(name -> "the token answers " + name + ".").orElseGet(() ->
                        "the token gives no reason (" + failure.getClass().getSimpleName() + ")."),
                failure);
    }

    static Optional<String> code(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 16; depth++) {
            String message = cause.getMessage();
            if (message != null && message.startsWith(PREFIX)) {
                int end = message.indexOf(' ');
                return Optional.of(end < 0 ? message : message.substring(0, end));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
