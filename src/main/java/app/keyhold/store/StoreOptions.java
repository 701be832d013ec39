package app.keyhold.store;

/// How the file may be used.
public enum StoreOptions {
    /// Write-ahead log: readers and writer side by side, several processes.
    LOCAL,
    /// Rollback journal and one exclusive lock, so that a folder that is synchronised or on a network holds one whole
    /// file between transactions and no second process writes it.
    SYNCHRONISED
}
