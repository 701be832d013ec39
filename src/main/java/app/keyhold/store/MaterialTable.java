package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The wrapped materials, in the order in which their keys list them.
final class MaterialTable {
    private static final String COLUMNS = "SELECT key_id, id, wrapped, public_key, created, rotation FROM materials ";

    List<KeyMaterial> of(Sql sql, String keyId) {
        return sql.list(COLUMNS + "WHERE key_id = ? ORDER BY position", MaterialTable::readWithKey, keyId).stream()
                .map(Owned::material)
                .toList();
    }

    /// Of all keys from `first` to `last`, both included.
    Map<String, List<KeyMaterial>> between(Sql sql, String first, String last) {
        Map<String, List<KeyMaterial>> byKey = new HashMap<>();
        sql.each(
                COLUMNS + "WHERE key_id BETWEEN ? AND ? ORDER BY key_id, position",
                row -> {
                    Owned owned = readWithKey(row);
                    byKey.computeIfAbsent(owned.keyId(), _ -> new ArrayList<>()).add(owned.material());
                },
                first,
                last);
        return byKey;
    }

    /// What differs between the materials `key` has now and those it had.
    List<Change> changes(Key key, List<KeyMaterial> old) {
        Set<Change> before = new HashSet<>();
        old.forEach(material -> before.add(RowDigest.of(key.id(), material)));
        List<Change> changes = new ArrayList<>();
        for (KeyMaterial material : key.materials()) {
            Change now = RowDigest.of(key.id(), material);
            if (!before.contains(now)) {
                changes.add(now);
            }
        }
        for (KeyMaterial material : old) {
            if (key.material(material.id()).isEmpty()) {
                changes.add(RowDigest.removed(
                        RowDigest.MATERIAL, RowDigest.materialIdentity(key.id(), material.id())));
            }
        }
        return changes;
    }

    void write(Sql sql, Key key, List<Change> changes, long changedBy) {
        Map<String, Change> changed = new HashMap<>();
        changes.forEach(change -> changed.put(change.identity(), change));
        for (Change change : changes) {
            if (change.digest().isEmpty()) {
                String materialId = change.identity().substring(key.id().length() + 1);
                sql.update("DELETE FROM materials WHERE key_id = ? AND id = ?", key.id(), materialId);
            }
        }
        int position = 0;
        for (KeyMaterial material : key.materials()) {
            if (changed.containsKey(RowDigest.materialIdentity(key.id(), material.id()))) {
                write(sql, key.id(), material, position, changedBy);
            } else {
                sql.update(
                        "UPDATE materials SET position = ? WHERE key_id = ? AND id = ? AND position <> ?",
                        position,
                        key.id(),
                        material.id(),
                        position);
            }
            position++;
        }
    }

    private static void write(Sql sql, String keyId, KeyMaterial material, int position, long changedBy) {
        sql.update(
                """
                INSERT INTO materials (key_id, id, position, wrapped, public_key, created, rotation, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (key_id, id) DO UPDATE SET
                    position = excluded.position, wrapped = excluded.wrapped, public_key = excluded.public_key,
                    created = excluded.created, rotation = excluded.rotation, changed_by = excluded.changed_by""",
                keyId,
                material.id(),
                position,
                material.wrapped(),
                material.publicKey(),
                Times.nanos(material.created()),
                material.rotation().map(Enum::name),
                changedBy);
    }

    void eachStored(Sql sql, StoredDigests digests) {
        sql.each("SELECT key_id, id, wrapped, public_key, created, rotation, changed_by FROM materials", row -> {
            Owned owned = readWithKey(row);
            digests.add(RowDigest.of(owned.keyId(), owned.material()), row.number());
        });
    }

    void remove(Sql sql, String keyId) {
        sql.update("DELETE FROM materials WHERE key_id = ?", keyId);
    }

    private record Owned(String keyId, KeyMaterial material) {}

    private static Owned readWithKey(SqlRow row) {
        return new Owned(
                row.text(),
                new KeyMaterial(
                        row.text(),
                        row.blob(),
                        row.optionalBlob(),
                        row.instant(),
                        row.optionalText().map(RotationType::valueOf)));
    }
}
