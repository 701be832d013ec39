package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.kms.keystore.ConnectionErrorCode;
import app.keyhold.kms.keystore.ConnectionState;
import app.keyhold.kms.keystore.CustomKeyStore;
import java.util.List;
import java.util.Optional;

/// The custom key stores, and which keys are in them.
final class KeyStoreTable {
    private static final String COLUMNS =
            "SELECT id, name, created, state, error, backing, changed_by FROM custom_key_stores ";

    Optional<CustomKeyStore> find(Sql sql, String id) {
        return sql.first(COLUMNS + "WHERE id = ?", KeyStoreTable::read, id);
    }

    List<CustomKeyStore> all(Sql sql) {
        return sql.list(COLUMNS + "ORDER BY id", KeyStoreTable::read);
    }

    boolean holdKeysOf(Sql sql, String storeId) {
        return sql.first("SELECT 1 FROM keys WHERE custom_store = ? LIMIT 1", SqlRow::integer, storeId)
                .isPresent();
    }

    Optional<String> keyBehind(Sql sql, String storeId, String xksKeyId) {
        byte[] start = SubstanceCodec.startOfExternal(xksKeyId);
        return sql.first(
                """
                SELECT k.id FROM keys k JOIN materials m ON m.key_id = k.id
                 WHERE k.custom_store = ? AND substr(m.substance, 1, ?) = ? LIMIT 1""",
                SqlRow::text,
                storeId,
                start.length,
                start);
    }

    List<Change> put(Sql sql, CustomKeyStore store, long changedBy) {
        Change change = RowDigest.of(store);
        if (find(sql, store.id()).map(RowDigest::of).filter(change::equals).isPresent()) {
            return List.of();
        }
        sql.update(
                """
                INSERT INTO custom_key_stores (id, name, created, state, error, backing, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name, created = excluded.created, state = excluded.state,
                    error = excluded.error, backing = excluded.backing, changed_by = excluded.changed_by""",
                store.id(),
                store.name(),
                Times.nanos(store.created()),
                store.state().name(),
                store.connectionError().map(Enum::name),
                KeyStoreCodec.encode(store.backing()),
                changedBy);
        return List.of(change);
    }

    List<Change> remove(Sql sql, String id) {
        return sql.update("DELETE FROM custom_key_stores WHERE id = ?", id) > 0
                ? List.of(RowDigest.removed(RowDigest.KEY_STORE, id))
                : List.of();
    }

    void eachStored(Sql sql, StoredDigests digests) {
        sql.each(COLUMNS, row -> {
            CustomKeyStore store = read(row);
            digests.add(RowDigest.of(store), store.changedBy());
        });
    }

    private static CustomKeyStore read(SqlRow row) {
        return new CustomKeyStore(
                row.text(),
                row.text(),
                row.instant(),
                ConnectionState.valueOf(row.text()),
                row.optionalText().map(ConnectionErrorCode::valueOf),
                KeyStoreCodec.decode(row.bytes()),
                row.number());
    }
}
