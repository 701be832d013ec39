package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Rotation;
import app.keyhold.store.MaterialTable.Materials;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Keys in their table, each with its materials from the other.
final class KeyTable {
    private static final String COLUMNS =
            """
            SELECT id, spec, usage, origin, manager, created, state, description, deletion_date, rotation_next,
                   rotation_period, rotation_count, policy, tags, multi_region, custom_store, changed_by
              FROM keys\s""";

    private static final int PAGE = 1_000;

    private final RegionIdentity region;
    private final MaterialTable materials = new MaterialTable();

    KeyTable(RegionIdentity region) {
        this.region = region;
    }

    Optional<Key> find(Sql sql, String id) {
        return sql.first(COLUMNS + "WHERE id = ?", this::read, id)
                .map(key -> materials.of(sql, key.id()).of(key));
    }

    List<Key> after(Sql sql, String after, int limit) {
        List<Key> bare = sql.list(COLUMNS + "WHERE id > ? ORDER BY id LIMIT ?", this::read, after, limit);
        if (bare.isEmpty()) {
            return bare;
        }
        var byKey = materials.between(sql, bare.getFirst().id(), bare.getLast().id());
        return bare.stream()
                .map(key -> byKey.getOrDefault(key.id(), Materials.NONE).of(key))
                .toList();
    }

    List<Key> due(Sql sql, Instant instant) {
        long nanos = Times.bound(instant);
        List<Key> bare = new ArrayList<>(
                sql.list(COLUMNS + "WHERE rotation_next <= ? ORDER BY rotation_next", this::read, nanos));
        bare.addAll(sql.list(
                COLUMNS + "WHERE deletion_date <= ? AND (rotation_next IS NULL OR rotation_next > ?) ORDER BY deletion_date",
                this::read,
                nanos,
                nanos));
        bare.addAll(sql.list(
                COLUMNS
                        + """
                        WHERE expires <= ? AND (rotation_next IS NULL OR rotation_next > ?)
                              AND (deletion_date IS NULL OR deletion_date > ?)
                        ORDER BY expires""",
                this::read,
                nanos,
                nanos,
                nanos));
        return bare.stream()
                .map(key -> materials.of(sql, key.id()).of(key))
                .toList();
    }

    long customerCount(Sql sql) {
        return sql.number("SELECT count FROM key_counts WHERE manager = ?", KeyManager.CUSTOMER.name());
    }

    private static void count(Sql sql, KeyManager manager, int more) {
        sql.update(
                """
                INSERT INTO key_counts (manager, count) VALUES (?, ?)
                ON CONFLICT (manager) DO UPDATE SET count = count + excluded.count""",
                manager.name(),
                more);
    }

    /// Writes what differs from what is stored.
    ///
    /// @return nothing if nothing differs
    List<Change> put(Sql sql, Key key, long changedBy) {
        Optional<Key> old = find(sql, key.id());
        List<Change> inMaterials = materials.changes(key, old.map(Key::allMaterials).orElse(List.of()));
        Change ofKey = RowDigest.of(key);
        if (inMaterials.isEmpty() && old.map(RowDigest::of).filter(ofKey::equals).isPresent()) {
            return List.of();
        }
        write(sql, key, changedBy);
        if (old.map(Key::manager).filter(key.manager()::equals).isEmpty()) {
            old.ifPresent(before -> count(sql, before.manager(), -1));
            count(sql, key.manager(), 1);
        }
        materials.write(sql, key, inMaterials, changedBy);
        List<Change> all = new ArrayList<>(inMaterials);
        all.addFirst(ofKey);
        return all;
    }

    private void write(Sql sql, Key key, long changedBy) {
        sql.update(
                """
                INSERT INTO keys (id, spec, usage, origin, manager, created, state, description, deletion_date,
                                  rotation_next, rotation_period, rotation_count, policy, tags, multi_region,
                                  custom_store, expires, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    spec = excluded.spec, usage = excluded.usage, origin = excluded.origin,
                    manager = excluded.manager, created = excluded.created, state = excluded.state,
                    description = excluded.description, deletion_date = excluded.deletion_date,
                    rotation_next = excluded.rotation_next, rotation_period = excluded.rotation_period,
                    rotation_count = excluded.rotation_count, policy = excluded.policy, tags = excluded.tags,
                    multi_region = excluded.multi_region, custom_store = excluded.custom_store,
                    expires = excluded.expires, changed_by = excluded.changed_by""",
                key.id(),
                key.spec().name(),
                key.usage().name(),
                key.origin().name(),
                key.manager().name(),
                Times.nanos(key.created()),
                key.state().name(),
                key.description(),
                key.deletionDate().map(Times::nanos),
                key.rotation().next().map(Times::nanos),
                key.rotation().periodInDays(),
                key.rotation().onDemandCount(),
                key.policy(),
                TagsCodec.encode(key.tags()),
                key.multiRegion().map(MultiRegionCodec::encode),
                key.customKeyStoreId(),
                key.expires().map(Times::nanos),
                changedBy);
    }

    /// The key and its materials.
    List<Change> remove(Sql sql, String keyId) {
        Optional<Key> old = find(sql, keyId);
        old.ifPresent(before -> count(sql, before.manager(), -1));
        List<Change> changes = old.stream()
                .flatMap(key -> key.allMaterials().stream())
                .map(material -> RowDigest.removed(
                        RowDigest.MATERIAL, RowDigest.materialIdentity(keyId, material.id())))
                .collect(Collectors.toCollection(ArrayList::new));
        materials.remove(sql, keyId);
        if (sql.update("DELETE FROM keys WHERE id = ?", keyId) > 0) {
            changes.addFirst(RowDigest.removed(RowDigest.KEY, keyId));
        }
        return changes;
    }

    void eachStored(Sql sql, StoredDigests digests) {
        List<Key> page = after(sql, "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(key -> digests.add(RowDigest.of(key), key.changedBy()));
            page = after(sql, page.getLast().id(), PAGE);
        }
        materials.eachStored(sql, digests);
    }

    private Key read(SqlRow row) {
        return new Key(
                new KeyArn(region.region(), region.account(), row.text()),
                KeySpec.valueOf(row.text()),
                KeyUsage.valueOf(row.text()),
                KeyOrigin.valueOf(row.text()),
                KeyManager.valueOf(row.text()),
                row.instant(),
                KeyState.valueOf(row.text()),
                row.text(),
                row.optionalInstant(),
                new Rotation(row.optionalInstant(), row.integer(), row.integer()),
                row.text(),
                TagsCodec.decode(row.bytes()),
                List.<KeyMaterial>of(),
                Optional.empty(),
                row.optionalBlob().map(Blob::toByteArray).map(MultiRegionCodec::decode),
                row.optionalText(),
                row.number());
    }
}
