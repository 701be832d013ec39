package app.keyhold.vault;

/// Something about a place that a person should know before a vault goes there.
///
/// @param what one sentence: what was found
/// @param advice one sentence: what to do about it
public record FolderConcern(Kind kind, String what, String advice) {
    public enum Kind {
        /// Other computers change the files behind the database's back: refused unless allowed.
        SYNCHRONISED,
        /// File locks can't be trusted: refused unless allowed.
        NETWORK,
        /// No owner and no permissions: whoever holds the disk holds the files.
        NO_PERMISSIONS,
        LOW_SPACE;

        /// Whether a vault is made or opened there only when told to, and then for one process alone.
        public boolean needsPermission() {
            return this == SYNCHRONISED || this == NETWORK;
        }
    }
}
