package app.keyhold.files;

/// What becomes of a file that was encrypted. It is never deleted.
public enum Original {
    KEEP,
    /// Moved to the bin, once the encrypted file was read back, is on the disk and has its name.
    BIN
}
