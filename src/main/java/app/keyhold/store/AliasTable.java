package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.kms.key.Alias;
import java.util.List;
import java.util.Optional;

/// The names that point at keys.
final class AliasTable {
    private static final String COLUMNS = "SELECT name, key_id, created, updated, changed_by FROM aliases ";

    Optional<Alias> find(Sql sql, String name) {
        return sql.first(COLUMNS + "WHERE name = ?", AliasTable::read, name);
    }

    List<Alias> after(Sql sql, String after, int limit) {
        return sql.list(COLUMNS + "WHERE name > ? ORDER BY name LIMIT ?", AliasTable::read, after, limit);
    }

    List<Alias> of(Sql sql, String keyId) {
        return sql.list(COLUMNS + "WHERE key_id = ? ORDER BY name", AliasTable::read, keyId);
    }

    List<Change> put(Sql sql, Alias alias, long changedBy) {
        Change change = RowDigest.of(alias);
        if (find(sql, alias.name()).map(RowDigest::of).filter(change::equals).isPresent()) {
            return List.of();
        }
        sql.update(
                """
                INSERT INTO aliases (name, key_id, created, updated, changed_by) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET
                    key_id = excluded.key_id, created = excluded.created, updated = excluded.updated,
                    changed_by = excluded.changed_by""",
                alias.name(),
                alias.targetKeyId(),
                Times.nanos(alias.created()),
                Times.nanos(alias.updated()),
                changedBy);
        return List.of(change);
    }

    List<Change> remove(Sql sql, String name) {
        return sql.update("DELETE FROM aliases WHERE name = ?", name) > 0
                ? List.of(RowDigest.removed(RowDigest.ALIAS, name))
                : List.of();
    }

    void eachStored(Sql sql, StoredDigests digests) {
        sql.each(COLUMNS, row -> {
            Alias alias = read(row);
            digests.add(RowDigest.of(alias), alias.changedBy());
        });
    }

    private static Alias read(SqlRow row) {
        return new Alias(row.text(), row.text(), row.instant(), row.instant(), row.number());
    }
}
