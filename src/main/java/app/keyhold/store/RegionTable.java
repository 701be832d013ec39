package app.keyhold.store;

import app.keyhold.kms.StoreException;
import java.util.Optional;

/// Whose file this is.
final class RegionTable {
    /// Writes `identity` into a new file, holds it against an old one.
    ///
    /// @throws StoreException DAMAGED if it is another vault's, or another Region's
    void claim(Sql sql, RegionIdentity identity) {
        Optional<RegionIdentity> found = find(sql);
        if (found.isEmpty()) {
            sql.update(
                    "INSERT INTO region (vault_id, account, region) VALUES (?, ?, ?)",
                    identity.vaultId(),
                    identity.account(),
                    identity.region());
        } else {
            require(found, identity);
        }
    }

    /// @throws StoreException DAMAGED if it is another vault's, another Region's, or nobody's
    void require(Sql sql, RegionIdentity identity) {
        require(find(sql), identity);
    }

    private static void require(Optional<RegionIdentity> found, RegionIdentity identity) {
        if (found.filter(identity::equals).isEmpty()) {
            throw new StoreException(
                    StoreException.Kind.DAMAGED,
                    "This database belongs to another vault or Region; nothing was changed");
        }
    }

    private static Optional<RegionIdentity> find(Sql sql) {
        return sql.first(
                "SELECT vault_id, account, region FROM region",
                row -> new RegionIdentity(row.text(), row.text(), row.text()));
    }
}
