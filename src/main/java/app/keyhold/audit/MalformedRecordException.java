package app.keyhold.audit;

/// Bytes that are not in the one form a record may have: damaged, cut short, longer than announced or newer than known.
public final class MalformedRecordException extends RuntimeException {
    public MalformedRecordException(String message) {
        super(message);
    }
}
