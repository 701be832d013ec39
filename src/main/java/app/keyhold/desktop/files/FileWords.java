package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Words;

/// Numbers of files, in words.
final class FileWords {
    private static final Words WORDS = Words.of(FileWords.class);

    private FileWords() {}

    /// `1 file`, `14 files`
    static String files(long count) {
        return WORDS.get("count.files", count);
    }
}
