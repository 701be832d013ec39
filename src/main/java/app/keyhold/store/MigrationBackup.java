package app.keyhold.store;

import java.nio.file.Path;

/// Called before an older file is migrated, so that its state is kept first.
@FunctionalInterface
public interface MigrationBackup {
    /// Makes an encrypted copy under a name of the caller's choice: `copy.to(path)`.
    void keep(Copy copy, int fromVersion, int toVersion);

    /// Writes the database, as it is now, into a new file.
    interface Copy {
        void to(Path target);
    }
}
