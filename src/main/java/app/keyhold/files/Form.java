package app.keyhold.files;

/// Whether what is handed over at once becomes several results or one.
public enum Form {
    /// One encrypted file for each file.
    EACH,
    /// One tar stream of everything, inside one encrypted file.
    ARCHIVE
}
