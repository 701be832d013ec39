package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import java.util.List;
import java.util.Optional;

/// Named texts.
final class SettingTable {
    Optional<String> find(Sql sql, String name) {
        return sql.first("SELECT value FROM settings WHERE name = ?", SqlRow::text, name);
    }

    List<Change> put(Sql sql, String name, String value, long changedBy) {
        if (find(sql, name).filter(value::equals).isPresent()) {
            return List.of();
        }
        sql.update(
                """
                INSERT INTO settings (name, value, changed_by) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by""",
                name,
                value,
                changedBy);
        return List.of(RowDigest.ofSetting(name, value));
    }

    void eachStored(Sql sql, StoredDigests digests) {
        sql.each(
                "SELECT name, value, changed_by FROM settings",
                row -> digests.add(RowDigest.ofSetting(row.text(), row.text()), row.number()));
    }
}
