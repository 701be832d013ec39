package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.credential.AccessKeyStatus;
import java.util.List;
import java.util.Optional;

/// The access keys of users.
final class AccessKeyTable {
    private static final String COLUMNS =
            "SELECT id, user_arn, user_id, status, created, secret, changed_by FROM access_keys ";

    Optional<AccessKey> find(Sql sql, String id) {
        return sql.first(COLUMNS + "WHERE id = ?", AccessKeyTable::read, id);
    }

    List<AccessKey> of(Sql sql, String userArn) {
        return sql.list(COLUMNS + "WHERE user_arn = ? ORDER BY id", AccessKeyTable::read, userArn);
    }

    List<AccessKey> all(Sql sql) {
        return sql.list(COLUMNS + "ORDER BY id", AccessKeyTable::read);
    }

    List<Change> put(Sql sql, AccessKey key, long changedBy) {
        Change change = RowDigest.of(key);
        if (find(sql, key.id()).map(RowDigest::of).filter(change::equals).isPresent()) {
            return List.of();
        }
        sql.update(
                """
                INSERT INTO access_keys (id, user_arn, user_id, status, created, secret, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    user_arn = excluded.user_arn, user_id = excluded.user_id, status = excluded.status,
                    created = excluded.created, secret = excluded.secret, changed_by = excluded.changed_by""",
                key.id(),
                key.userArn(),
                key.userId(),
                key.status().name(),
                Times.nanos(key.created()),
                key.secret(),
                changedBy);
        return List.of(change);
    }

    List<Change> remove(Sql sql, AccessKey key) {
        return sql.update("DELETE FROM access_keys WHERE id = ?", key.id()) > 0
                ? List.of(RowDigest.removed(RowDigest.ACCESS_KEY, RowDigest.accessKeyIdentity(key)))
                : List.of();
    }

    void eachStored(Sql sql, StoredDigests digests) {
        sql.each(COLUMNS, row -> {
            AccessKey key = read(row);
            digests.add(RowDigest.of(key), key.changedBy());
        });
    }

    private static AccessKey read(SqlRow row) {
        return new AccessKey(
                row.text(),
                row.text(),
                row.text(),
                AccessKeyStatus.valueOf(row.text()),
                row.instant(),
                row.blob(),
                row.number());
    }
}
