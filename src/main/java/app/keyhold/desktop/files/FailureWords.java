package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Words;
import app.keyhold.files.FileException;

/// Failures in few enough words for a row; the whole sentence is in the result.
record FailureWords(Formats formats) {
    private static final Words WORDS = Words.of(FailureWords.class);
    String inBrief(FileException failure) {
        return switch (failure.kind()) {
            case DAMAGED -> failure.offset().isPresent()
                    ? WORDS.get("failure.damagedAt", failure.offset().getAsLong())
                    : WORDS.get("failure.damaged");
            case TRUNCATED -> WORDS.get("failure.truncated");
            case NOT_A_MESSAGE -> WORDS.get("failure.notAMessage");
            case NOT_AN_ARCHIVE -> WORDS.get("failure.notAnArchive");
            case UNSAFE_ARCHIVE -> WORDS.get("failure.unsafeArchive");
            case UNCOMMITTED -> WORDS.get("failure.uncommitted");
            case NO_KEY -> WORDS.get("failure.noKey");
            case DENIED -> WORDS.get("failure.denied");
            case REFUSED -> WORDS.get("failure.refused");
            case EXISTS -> WORDS.get("failure.exists");
            case NO_SPACE -> WORDS.get("failure.noSpace");
            case READ_ONLY -> WORDS.get("failure.readOnly");
            case SOURCE_CHANGED -> WORDS.get("failure.sourceChanged");
            case NOT_FOUND -> WORDS.get("failure.notFound");
            case UNREADABLE -> WORDS.get("failure.unreadable");
            case NOT_A_FILE -> WORDS.get("failure.notAFile");
            case CANCELLED -> WORDS.get("failure.cancelled");
            case IO -> WORDS.get("failure.io");
        };
    }
}
