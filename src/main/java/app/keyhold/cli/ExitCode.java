package app.keyhold.cli;

import app.keyhold.files.FileException;

/// What a command's exit code says; architecture.md §5.
public enum ExitCode {
    DONE(0),
    FAILED(1),
    USAGE(2),
    NOT_UNLOCKED(3),
    DAMAGED(4),
    IN_USE(5),
    NEEDS_NEWER_KEYHOLD(6),
    NOT_ENOUGH_MEMORY(7),
    NO_SPACE(8),
    REFUSED_FOR_SAFETY(9),
    CANCELLED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    static ExitCode of(FileException.Kind kind) {
        return switch (kind) {
            case DAMAGED, TRUNCATED, NOT_A_MESSAGE -> DAMAGED;
            case NO_SPACE, READ_ONLY -> NO_SPACE;
            case REFUSED -> USAGE;
            case UNCOMMITTED, UNSAFE_ARCHIVE -> REFUSED_FOR_SAFETY;
            case CANCELLED -> CANCELLED;
            case NO_KEY, DENIED, EXISTS, SOURCE_CHANGED, NOT_FOUND, UNREADABLE, NOT_A_FILE, NOT_AN_ARCHIVE, IO ->
                FAILED;
        };
    }
}
