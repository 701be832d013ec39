package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.file.KnownFiles.Group;
import app.keyhold.kms.file.KnownPath;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What was encrypted here.
final class FileTable {
    private static final String COLUMNS =
            "SELECT message_id, key_id, material_id, size, encrypted, path, salt, number, changed_by FROM files ";
    private static final String BY_MESSAGE = COLUMNS + "WHERE tag = ? AND message_id = ? ";
    private static final String GROUPS = "SELECT key_id, material_id, count(*) FROM files ";

    List<KnownFile> find(Sql sql, String messageId) {
        byte[] id = bytes(messageId);
        return sql.list(BY_MESSAGE + "ORDER BY key_id", FileTable::read, tag(id), id);
    }

    private static Optional<KnownFile> find(Sql sql, KnownFile file) {
        byte[] id = bytes(file.messageId());
        return sql.first(BY_MESSAGE + "AND key_id = ?", FileTable::read, tag(id), id, file.keyId());
    }

    private static byte[] bytes(String messageId) {
        return HexFormat.of().parseHex(messageId);
    }

    private static long tag(byte[] messageId) {
        return ByteBuffer.wrap(Arrays.copyOf(messageId, Long.BYTES)).getLong();
    }

    List<KnownFile> at(Sql sql, String path) {
        return sql.list(COLUMNS + "WHERE path = ? ORDER BY number", FileTable::read, path);
    }

    List<Group> groups(Sql sql) {
        return sql.list(GROUPS + "GROUP BY key_id, material_id ORDER BY key_id, material_id", FileTable::group);
    }

    List<Group> groupsOf(Sql sql, String keyId) {
        return sql.list(GROUPS + "WHERE key_id = ? GROUP BY material_id ORDER BY material_id", FileTable::group, keyId);
    }

    List<KnownFile> under(Sql sql, String keyId, String materialId, long after, int limit) {
        return sql.list(
                COLUMNS + "WHERE key_id = ? AND material_id = ? AND number > ? ORDER BY number LIMIT ?",
                FileTable::read,
                keyId,
                materialId,
                after,
                limit);
    }

    List<Change> put(Sql sql, KnownFile file, long changedBy) {
        Optional<KnownFile> known = find(sql, file);
        KnownFile numbered = file.withNumber(known.map(KnownFile::number).orElseGet(() -> next(sql)));
        Change change = RowDigest.of(numbered);
        if (known.map(RowDigest::of).filter(change::equals).isPresent()) {
            return List.of();
        }
        byte[] id = bytes(file.messageId());
        sql.update(
                """
                INSERT INTO files (number, tag, message_id, key_id, material_id, size, encrypted, path, salt, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (number) DO UPDATE SET
                    material_id = excluded.material_id, size = excluded.size,
                    encrypted = excluded.encrypted, path = excluded.path, salt = excluded.salt,
                    changed_by = excluded.changed_by""",
                numbered.number(),
                tag(id),
                id,
                file.keyId(),
                file.materialId(),
                file.size(),
                Times.nanos(file.encrypted()),
                file.path().map(KnownPath::text),
                file.path().map(KnownPath::salt),
                changedBy);
        return List.of(change);
    }

    private static long next(Sql sql) {
        return sql.number("SELECT max(number) FROM files") + 1;
    }

    List<Change> remove(Sql sql, KnownFile file) {
        return find(sql, file)
                .map(known -> {
                    sql.update("DELETE FROM files WHERE number = ?", known.number());
                    return RowDigest.removed(RowDigest.FILE, RowDigest.fileIdentity(known));
                })
                .stream()
                .toList();
    }

    void eachStored(Sql sql, StoredDigests digests) {
        sql.each(COLUMNS, row -> {
            KnownFile file = read(row);
            digests.add(RowDigest.of(file), file.changedBy());
        });
    }

    private static KnownFile read(SqlRow row) {
        return new KnownFile(
                row.blob().hex(),
                row.text(),
                row.text(),
                row.number(),
                row.instant(),
                path(row),
                row.number(),
                row.number());
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
