package app.keyhold.files.archive;

/// Why an archive cannot be made or taken apart, in a sentence; for [Reason#MALFORMED] in the second half of one.
public final class ArchiveException extends RuntimeException {
    public enum Reason {
        /// What was to be archived is not as it was when it was looked at first.
        CHANGED,
        /// It cannot be read, or is nothing that an archive can hold.
        UNREADABLE,
        /// No tar archive, or one that breaks off.
        MALFORMED,
        /// A member that could do harm.
        UNSAFE
    }

    private final Reason reason;

    ArchiveException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    static ArchiveException changed(String sentence) {
        return new ArchiveException(Reason.CHANGED, sentence);
    }

    /// @param why the end of a sentence
    public static ArchiveException unreadable(String why) {
        return new ArchiveException(Reason.UNREADABLE, "A file could not be read: " + why);
    }

    static ArchiveException malformed(String sentence) {
        return new ArchiveException(Reason.MALFORMED, sentence);
    }

    static ArchiveException unsafe(String sentence) {
        return new ArchiveException(Reason.UNSAFE, sentence);
    }

    public Reason reason() {
        return reason;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
