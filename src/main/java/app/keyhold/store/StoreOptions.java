package app.keyhold.store;

import java.time.Duration;

/// How the file may be used.
public enum StoreOptions {
    /// Write-ahead log: readers and writer side by side, several processes.
    LOCAL(Duration.ofSeconds(30)),
    /// Rollback journal and one exclusive lock, so that a folder that is synchronised or on a network holds one whole
    /// file between transactions and no second process writes it.
    SYNCHRONISED(Duration.ofSeconds(1));

    private final Duration patience;

    StoreOptions(Duration patience) {
        this.patience = patience;
    }

    /// How long another process is waited for at opening: one that writes ends soon, one that holds the exclusive lock
    /// does not.
    Duration patience() {
        return patience;
    }
}
