package app.keyhold.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Why a file could not be encrypted or decrypted: what happened, what is safe, what to do next.
public final class FileException extends RuntimeException {
    /// What fronts tell apart: exit codes, icons, whether a retry makes sense.
    public enum Kind {
        /// A byte is not what was written; [FileException#offset] says where in the file.
        DAMAGED,
        /// The file ends before its message does.
        TRUNCATED,
        /// No message that Keyhold can read: something else altogether, or an older kind of message.
        NOT_A_MESSAGE,
        /// A message whose suite does not commit to its key, which the order did not allow.
        UNCOMMITTED,
        /// It was to be extracted, and what is in it is no archive.
        NOT_AN_ARCHIVE,
        /// It was to be extracted, and would write elsewhere, or more than it announced.
        UNSAFE_ARCHIVE,
        /// None of the keys named in the file is in this vault.
        NO_KEY,
        /// The key is here, but may not be used: policy or key state.
        DENIED,
        /// The order itself cannot be followed: a reserved context key, a target that is the source.
        REFUSED,
        EXISTS,
        NO_SPACE,
        READ_ONLY,
        /// The source grew, shrank or was written to while it was being read.
        SOURCE_CHANGED,
        NOT_FOUND,
        UNREADABLE,
        /// A symbolic link, device, socket, pipe or folder.
        NOT_A_FILE,
        CANCELLED,
        IO;

        /// A name to search for, in the style of the service's errors: `NO_SPACE` is `NoSpace`.
        public String code() {
            return Arrays.stream(name().split("_"))
                    .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining());
        }
    }

    private final Kind kind;
    private final transient Optional<Path> file;
    private final String happened;
    private final String safe;
    private final String next;
    private final long offset;

    public FileException(Kind kind, Path file, String happened, String safe, String next) {
        this(kind, Optional.of(file), happened, safe, next, OptionalLong.empty());
    }

    public FileException(
            Kind kind, Optional<Path> file, String happened, String safe, String next, OptionalLong offset) {
        super(happened + " " + safe);
        this.kind = kind;
        this.file = file;
        this.happened = happened;
        this.safe = safe;
        this.next = next;
        this.offset = offset.orElse(-1);
    }

    public Kind kind() {
        return kind;
    }

    /// Empty for a stream.
    public Optional<Path> file() {
        return file;
    }

    /// A sentence: "report.pdf.khd is damaged at byte 1,048,620."
    public String happened() {
        return happened;
    }

    /// A sentence: "Nothing was written."
    public String safe() {
        return safe;
    }

    /// A sentence: "Take the file from a backup."
    public String next() {
        return next;
    }

    /// Where in the encrypted file the first bad frame begins.
    public OptionalLong offset() {
        return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
    }
}
