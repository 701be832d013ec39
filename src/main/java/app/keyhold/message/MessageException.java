package app.keyhold.message;

import java.util.HexFormat;

/// Why bytes are not a message, or not one to trust.
public final class MessageException extends RuntimeException {
    public enum Kind {
        /// Something else altogether.
        NOT_A_MESSAGE,
        /// A message of the format, but of a version, suite or shape that is not read here.
        UNSUPPORTED,
        /// A message that does not commit to its key, which was not allowed.
        UNCOMMITTED,
        /// More is sealed in one piece than is held until it is verified.
        TOO_LONG,
        /// The bytes end too early.
        TRUNCATED,
        /// A byte is not what was written, or stands where none may be.
        DAMAGED,
        /// What shall be written does not fit the format.
        REFUSED
    }

    private final Kind kind;
    private final long offset;

    MessageException(Kind kind, long offset, String message) {
        super(message);
        this.kind = kind;
        this.offset = offset;
    }

    public Kind kind() {
        return kind;
    }

    /// Where in the message: the first byte of the part that was refused.
    public long offset() {
        return offset;
    }

    static MessageException refused(String message) {
        return new MessageException(Kind.REFUSED, 0, message);
    }

    static MessageException notAMessage(long offset, String message) {
        return new MessageException(Kind.NOT_A_MESSAGE, offset, message);
    }

    static MessageException unsupported(long offset, String message) {
        return new MessageException(Kind.UNSUPPORTED, offset, message);
    }

    static MessageException tooLong(long offset, String message) {
        return new MessageException(Kind.TOO_LONG, offset, message);
    }

    static MessageException uncommitted(AlgorithmSuite suite) {
        return new MessageException(
                Kind.UNCOMMITTED,
                HeaderLayout.VERSION_BYTES,
                "Algorithm suite " + HexFormat.of().toHexDigits((short) suite.id()) + " does not commit to its key");
    }

    static MessageException damaged(long offset, String message) {
        return new MessageException(Kind.DAMAGED, offset, message);
    }

    static MessageException truncated(long offset) {
        return new MessageException(Kind.TRUNCATED, offset, "The message ends too early");
    }
}
