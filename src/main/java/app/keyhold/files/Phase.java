package app.keyhold.files;

/// What is being done to a file at the moment.
public enum Phase {
    /// The key is asked for and the header checked; nothing is written yet.
    OPENING,
    ENCRYPTING,
    DECRYPTING,
    /// The written message is read back, every frame checked.
    VERIFYING,
    /// Syncing and renaming.
    FINISHING
}
