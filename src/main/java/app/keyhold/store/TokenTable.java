package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.kms.keystore.ConfiguredToken;
import java.util.List;
import java.util.Optional;

/// The tokens that custom key stores may stand on.
final class TokenTable {
    private static final String COLUMNS =
            "SELECT cluster_id, address, manufacturer, model, trust_anchor, added, changed_by FROM tokens ";

    Optional<ConfiguredToken> find(Sql sql, String clusterId) {
        return sql.first(COLUMNS + "WHERE cluster_id = ?", TokenTable::read, clusterId);
    }

    List<ConfiguredToken> all(Sql sql) {
        return sql.list(COLUMNS + "ORDER BY cluster_id", TokenTable::read);
    }

    List<Change> put(Sql sql, ConfiguredToken token, long changedBy) {
        Change change = RowDigest.of(token);
        if (find(sql, token.clusterId()).map(RowDigest::of).filter(change::equals).isPresent()) {
            return List.of();
        }
        sql.update(
                """
                INSERT INTO tokens (cluster_id, address, manufacturer, model, trust_anchor, added, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (cluster_id) DO UPDATE SET
                    address = excluded.address, manufacturer = excluded.manufacturer, model = excluded.model,
                    trust_anchor = excluded.trust_anchor, added = excluded.added, changed_by = excluded.changed_by""",
                token.clusterId(),
                TokenCodec.encode(token.address()),
                token.manufacturer(),
                token.model(),
                token.trustAnchor(),
                Times.nanos(token.added()),
                changedBy);
        return List.of(change);
    }

    List<Change> remove(Sql sql, String clusterId) {
        return sql.update("DELETE FROM tokens WHERE cluster_id = ?", clusterId) > 0
                ? List.of(RowDigest.removed(RowDigest.TOKEN, clusterId))
                : List.of();
    }

    void eachStored(Sql sql, StoredDigests digests) {
        sql.each(COLUMNS, row -> {
            ConfiguredToken token = read(row);
            digests.add(RowDigest.of(token), token.changedBy());
        });
    }

    private static ConfiguredToken read(SqlRow row) {
        return new ConfiguredToken(
                row.text(),
                TokenCodec.decode(row.bytes()),
                row.text(),
                row.text(),
                row.optionalText(),
                row.instant(),
                row.number());
    }
}
