package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.file.KnownFiles.Group;
import app.keyhold.kms.file.KnownPath;
import java.util.List;
import java.util.Optional;

/// What was encrypted here.
final class FileTable {
    private static final String COLUMNS =
            "SELECT message_id, key_id, material_id, size, encrypted, path, salt, changed_by FROM files ";
    private static final String GROUPS = "SELECT key_id, material_id, count(*) FROM files ";

    List<KnownFile> find(Sql sql, String messageId) {
        return sql.list(COLUMNS + "WHERE message_id = ? ORDER BY key_id", FileTable::read, messageId);
    }

    private static Optional<KnownFile> find(Sql sql, String messageId, String keyId) {
        return sql.first(COLUMNS + "WHERE message_id = ? AND key_id = ?", FileTable::read, messageId, keyId);
    }

    List<KnownFile> at(Sql sql, String path) {
        return sql.list(COLUMNS + "WHERE path = ? ORDER BY message_id, key_id", FileTable::read, path);
    }

    List<Group> groups(Sql sql) {
        return sql.list(GROUPS + "GROUP BY key_id, material_id ORDER BY key_id, material_id", FileTable::group);
    }

    List<Group> groupsOf(Sql sql, String keyId) {
        return sql.list(GROUPS + "WHERE key_id = ? GROUP BY material_id ORDER BY material_id", FileTable::group, keyId);
    }

    List<KnownFile> under(Sql sql, String keyId, String materialId, String after, int limit) {
        return sql.list(
                COLUMNS + "WHERE key_id = ? AND material_id = ? AND message_id > ? ORDER BY message_id LIMIT ?",
                FileTable::read,
                keyId,
                materialId,
                after,
                limit);
    }

    List<Change> put(Sql sql, KnownFile file, long changedBy) {
        Change change = RowDigest.of(file);
        if (find(sql, file.messageId(), file.keyId()).map(RowDigest::of).filter(change::equals).isPresent()) {
            return List.of();
        }
        sql.update(
                """
                INSERT INTO files (message_id, key_id, material_id, size, encrypted, path, salt, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (message_id, key_id) DO UPDATE SET
                    material_id = excluded.material_id, size = excluded.size,
                    encrypted = excluded.encrypted, path = excluded.path, salt = excluded.salt,
                    changed_by = excluded.changed_by""",
                file.messageId(),
                file.keyId(),
                file.materialId(),
                file.size(),
                Times.nanos(file.encrypted()),
                file.path().map(KnownPath::text),
                file.path().map(KnownPath::salt),
                changedBy);
        return List.of(change);
    }

    List<Change> remove(Sql sql, KnownFile file) {
        return sql.update("DELETE FROM files WHERE message_id = ? AND key_id = ?", file.messageId(), file.keyId()) > 0
                ? List.of(RowDigest.removed(RowDigest.FILE, RowDigest.fileIdentity(file)))
                : List.of();
    }

    void eachStored(Sql sql, StoredDigests digests) {
        sql.each(COLUMNS, row -> {
            KnownFile file = read(row);
            digests.add(RowDigest.of(file), file.changedBy());
        });
    }

    private static KnownFile read(SqlRow row) {
        return new KnownFile(
                row.text(), row.text(), row.text(), row.number(), row.instant(), path(row), row.number());
    }

    private static Optional<KnownPath> path(SqlRow row) {
        Optional<String> text = row.optionalText();
        Optional<Blob> salt = row.optionalBlob();
        return text.flatMap(path -> salt.map(there -> new KnownPath(path, there)));
    }

    private static Group group(SqlRow row) {
        return new Group(row.text(), row.text(), row.number());
    }
}
