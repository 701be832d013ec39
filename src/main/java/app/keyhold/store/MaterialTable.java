package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyMaterial.Imported;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The materials, in the order in which their keys list them.
final class MaterialTable {
    private static final String COLUMNS =
            """
            SELECT key_id, pending, id, substance, public_key, created, rotation, description, valid_to, changed_by
              FROM materials\s""";

    /// One key's, those in force and the one that waits.
    record Materials(List<KeyMaterial> inForce, Optional<KeyMaterial> pending) {
        static final Materials NONE = new Materials(List.of(), Optional.empty());

        static Materials of(List<Owned> rows) {
            return new Materials(
                    rows.stream().filter(row -> !row.pending).map(Owned::material).toList(),
                    rows.stream().filter(Owned::pending).map(Owned::material).findFirst());
        }

        Key of(Key bare) {
            return bare.withMaterials(inForce).withPending(pending);
        }
    }

    Materials of(Sql sql, String keyId) {
        return Materials.of(
                sql.list(COLUMNS + "WHERE key_id = ? ORDER BY position", MaterialTable::readWithKey, keyId));
    }

    /// Of all keys from `first` to `last`, both included.
    Map<String, Materials> between(Sql sql, String first, String last) {
        Map<String, List<Owned>> byKey = new HashMap<>();
        sql.each(
                COLUMNS + "WHERE key_id BETWEEN ? AND ? ORDER BY key_id, position",
                row -> {
                    Owned owned = readWithKey(row);
                    byKey.computeIfAbsent(owned.keyId(), _ -> new ArrayList<>()).add(owned);
                },
                first,
                last);
        Map<String, Materials> found = new HashMap<>();
        byKey.forEach((key, rows) -> found.put(key, Materials.of(rows)));
        return found;
    }

    /// What differs between the materials `key` has now and those it had.
    List<Change> changes(Key key, List<KeyMaterial> old) {
        Set<Change> before = new HashSet<>();
        old.forEach(material -> before.add(RowDigest.of(key.id(), material)));
        List<Change> changes = new ArrayList<>();
        for (KeyMaterial material : key.allMaterials()) {
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
        for (KeyMaterial material : key.allMaterials()) {
            if (changed.containsKey(RowDigest.materialIdentity(key.id(), material.id()))) {
                write(sql, key, material, position, changedBy);
            } else {
                sql.update(
                        """
                        UPDATE materials SET position = ?, pending = ?
                         WHERE key_id = ? AND id = ? AND (position <> ? OR pending <> ?)""",
                        position,
                        isPending(key, material),
                        key.id(),
                        material.id(),
                        position,
                        isPending(key, material));
            }
            position++;
        }
    }

    /// Which of a key's materials waits stands in the key's own digest.
    private static int isPending(Key key, KeyMaterial material) {
        return key.pending().filter(material::equals).isPresent() ? 1 : 0;
    }

    private static void write(Sql sql, Key key, KeyMaterial material, int position, long changedBy) {
        sql.update(
                """
                INSERT INTO materials (key_id, id, position, pending, substance, public_key, created, rotation,
                                       description, valid_to, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (key_id, id) DO UPDATE SET
                    position = excluded.position, pending = excluded.pending, substance = excluded.substance,
                    public_key = excluded.public_key, created = excluded.created, rotation = excluded.rotation,
                    description = excluded.description, valid_to = excluded.valid_to,
                    changed_by = excluded.changed_by""",
                key.id(),
                material.id(),
                position,
                isPending(key, material),
                SubstanceCodec.encode(material.substance()),
                material.publicKey(),
                Times.nanos(material.created()),
                material.rotation().map(Enum::name),
                material.imported().map(Imported::description),
                material.imported().flatMap(Imported::validTo).map(Times::nanos),
                changedBy);
    }

    void eachStored(Sql sql, StoredDigests digests) {
        sql.each(COLUMNS, row -> {
            Owned owned = readWithKey(row);
            digests.add(RowDigest.of(owned.keyId(), owned.material()), owned.changedBy());
        });
    }

    void remove(Sql sql, String keyId) {
        sql.update("DELETE FROM materials WHERE key_id = ?", keyId);
    }

    /// @param pending whether it waits for a rotation
    private record Owned(String keyId, boolean pending, KeyMaterial material, long changedBy) {}

    private static Owned readWithKey(SqlRow row) {
        return new Owned(
                row.text(),
                row.integer() != 0,
                new KeyMaterial(
                        row.text(),
                        SubstanceCodec.decode(row.bytes()),
                        row.optionalBlob(),
                        row.instant(),
                        row.optionalText().map(RotationType::valueOf),
                        imported(row.optionalText(), row.optionalInstant())),
                row.number());
    }

    private static Optional<Imported> imported(Optional<String> description, Optional<Instant> validTo) {
        return description.map(text -> new Imported(text, validTo));
    }
}
