package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.files.FileException;

/// Failures in few enough words for a row; the whole sentence is in the result.
record FailureWords(Formats formats) {
    String inBrief(FileException failure) {
        return switch (failure.kind()) {
            case DAMAGED -> failure.offset().isPresent()
                    ? "Damaged at byte " + formats.count(failure.offset().getAsLong())
                    : "Damaged";
            case TRUNCATED -> "Cut off before its end";
            case NOT_A_MESSAGE -> "Not an encrypted file";
            case NOT_AN_ARCHIVE -> "Not an archive";
            case UNSAFE_ARCHIVE -> "The archive could do harm";
            case UNCOMMITTED -> "Does not commit to its key";
            case NO_KEY -> "Its key is not in this vault";
            case DENIED -> "The key may not be used";
            case REFUSED -> "Refused";
            case EXISTS -> "The name is taken";
            case NO_SPACE -> "No space left";
            case READ_ONLY -> "The place is read-only";
            case SOURCE_CHANGED -> "Changed while it was read";
            case NOT_FOUND -> "Not there any more";
            case UNREADABLE -> "Can’t be read";
            case NOT_A_FILE -> "Not a file";
            case CANCELLED -> "Cancelled";
            case IO -> "The disk failed";
        };
    }
}
