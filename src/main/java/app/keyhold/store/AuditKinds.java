package app.keyhold.store;

import app.keyhold.audit.EventColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What rows have in common that searches go by: there are far fewer kinds than rows, so a search looks for kinds first,
/// whatever it looks for. For one transaction; what it has seen it knows.
final class AuditKinds {
    static final String COLUMNS = "name, source, principal, effect, result, error, resources";

    private static final String CONTENT =
            "name = ? AND principal = ? AND resources = ? AND source = ? AND effect = ? AND result = ? AND error = ?";

    private final Map<EventColumns, Long> known = new HashMap<>();

    /// Enters the kind of `columns` where there is none yet.
    long id(Sql sql, EventColumns columns) {
        EventColumns kind = kind(columns);
        Long id = known.get(kind);
        if (id == null) {
            id = find(sql, kind);
            known.put(kind, id);
        }
        return id;
    }

    private static EventColumns kind(EventColumns of) {
        return new EventColumns(
                0, of.name(), of.source(), of.principal(), of.effect(), of.result(), of.error(), of.resources(), 0);
    }

    private static long find(Sql sql, EventColumns kind) {
        Object[] content = {
            kind.name(),
            kind.principal(),
            String.join(AuditTable.SEPARATOR, kind.resources()),
            kind.source(),
            AuditCodes.of(kind.effect()),
            AuditCodes.of(kind.result()),
            kind.error()
        };
        return sql.first("SELECT id FROM audit_kinds WHERE " + CONTENT, SqlRow::number, content)
                .orElseGet(() -> add(sql, kind, content));
    }

    private static long add(Sql sql, EventColumns kind, Object[] content) {
        sql.update(
                "INSERT INTO audit_kinds (name, principal, resources, source, effect, result, error) VALUES (?, ?, ?, ?, ?, ?, ?)",
                content);
        long id = sql.number("SELECT max(id) FROM audit_kinds");
        for (String resource : kind.resources()) {
            sql.update("INSERT OR IGNORE INTO audit_resources (resource, kind) VALUES (?, ?)", resource, id);
        }
        return id;
    }

    /// Reads [#COLUMNS].
    static EventColumns read(SqlRow row) {
        return new EventColumns(
                0,
                row.text(),
                row.text(),
                row.text(),
                AuditCodes.effect(row.integer()),
                AuditCodes.result(row.integer()),
                row.text(),
                resources(row.text()),
                0);
    }

    static List<String> resources(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(AuditTable.SEPARATOR, -1));
    }
}
