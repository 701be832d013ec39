package app.keyhold.vault;

import app.keyhold.store.HeaderMemory;
import app.keyhold.store.SqliteRegion;
import app.keyhold.vault.header.SealedHeader;
import java.util.Optional;

/// One Region's open database and the folder around it, before and beneath its door.
final class StoredRegion {
    private final String name;
    private final VaultLayout layout;
    private final SqliteRegion store;
    private final AuditKeys auditKeys;
    private final KeyTable keys;
    private final RollbackAnchor anchor;
    private final Optional<VaultLock.Held> use;
    private volatile SealedHeader header;

    /// @param keys what its materials and its audit key are under
    /// @param use what keeps other programs out, in a synchronised folder
    /// @param header as its folder has it
    StoredRegion(
            String name,
            VaultLayout layout,
            SqliteRegion store,
            AuditKeys auditKeys,
            KeyTable keys,
            RollbackAnchor anchor,
            Optional<VaultLock.Held> use,
            SealedHeader header) {
        this.name = name;
        this.layout = layout;
        this.store = store;
        this.auditKeys = auditKeys;
        this.keys = keys;
        this.anchor = anchor;
        this.use = use;
        this.header = header;
    }

    String name() {
        return name;
    }

    VaultLayout layout() {
        return layout;
    }

    SqliteRegion store() {
        return store;
    }

    AuditKeys auditKeys() {
        return auditKeys;
    }

    /// Under which it was opened; a move to other keys leaves them behind.
    KeyTable keys() {
        return keys;
    }

    SealedHeader header() {
        return header;
    }

    /// Whether its folder has `header` and its database knows that.
    boolean isSettledWith(SealedHeader header) {
        var memory = HeaderMemory.of(store.view());
        return this.header.equals(header)
                && memory.pending().isEmpty()
                && memory.current().equals(Optional.of(HeaderKeeper.seen(header)));
    }

    void headerIs(SealedHeader now) {
        header = now;
    }

    /// Writes down outside the vault how far it had come.
    void anchor() {
        anchor.save(header.header(), store.view().audit().head());
    }

    void close() {
        try {
            store.close();
        } finally {
            use.ifPresent(VaultLock.Held::close);
        }
    }
}
