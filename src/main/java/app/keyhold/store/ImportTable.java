package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.crypto.WrappingAlgorithm;
import app.keyhold.kms.key.ImportParameters;
import app.keyhold.kms.key.WrappingKeySpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Wrapping keys that were given out and have not expired.
final class ImportTable {
    private static final String COLUMNS =
            "SELECT id, key_id, algorithm, spec, expires, wrapped, changed_by FROM import_parameters ";

    Optional<ImportParameters> find(Sql sql, String id) {
        return sql.first(COLUMNS + "WHERE id = ?", ImportTable::read, id);
    }

    List<ImportParameters> of(Sql sql, String keyId) {
        return sql.list(COLUMNS + "WHERE key_id = ? ORDER BY id", ImportTable::read, keyId);
    }

    List<ImportParameters> expiredAt(Sql sql, Instant now) {
        return sql.list(COLUMNS + "WHERE expires <= ? ORDER BY id", ImportTable::read, Times.bound(now));
    }

    List<Change> put(Sql sql, ImportParameters parameters, long changedBy) {
        Change change = RowDigest.of(parameters);
        if (find(sql, parameters.id()).map(RowDigest::of).filter(change::equals).isPresent()) {
            return List.of();
        }
        sql.update(
                """
                INSERT INTO import_parameters (id, key_id, algorithm, spec, expires, wrapped, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    key_id = excluded.key_id, algorithm = excluded.algorithm, spec = excluded.spec,
                    expires = excluded.expires, wrapped = excluded.wrapped, changed_by = excluded.changed_by""",
                parameters.id(),
                parameters.keyId(),
                parameters.algorithm().name(),
                parameters.wrappingKeySpec().name(),
                Times.nanos(parameters.expires()),
                parameters.wrapped(),
                changedBy);
        return List.of(change);
    }

    List<Change> remove(Sql sql, String id) {
        return sql.update("DELETE FROM import_parameters WHERE id = ?", id) > 0
                ? List.of(RowDigest.removed(RowDigest.IMPORT, id))
                : List.of();
    }

    void eachStored(Sql sql, StoredDigests digests) {
        sql.each(COLUMNS, row -> digests.add(RowDigest.of(read(row)), row.number()));
    }

    private static ImportParameters read(SqlRow row) {
        return new ImportParameters(
                row.text(),
                row.text(),
                WrappingAlgorithm.valueOf(row.text()),
                WrappingKeySpec.valueOf(row.text()),
                row.instant(),
                row.blob());
    }
}
