package app.keyhold.store;

import app.keyhold.audit.AuditHead;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.EventCodec;
import app.keyhold.audit.EventColumns;
import app.keyhold.audit.StoredRow;
import app.keyhold.crypto.Blob;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The chain's rows: body and hash are the truth, the other columns are derived from the body for searching.
final class AuditTable {
    /// Between ARNs in the column; not in any ARN.
    static final String SEPARATOR = "\n";

    static final String ROW =
            "SELECT a.number, (SELECT b.hash FROM audit b WHERE b.number = a.number - 1), a.body, a.hash FROM audit a ";

    AuditHead head(Sql sql) {
        return sql.first(
                        "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1",
                        row -> new AuditHead(row.number(), row.blob()))
                .orElse(AuditHead.EMPTY);
    }

    /// The number of the newest row that changed anything: equal numbers mean equal state.
    long newestChange(Sql sql) {
        return sql.number("SELECT max(number) FROM audit WHERE changes > 0");
    }

    /// @param columns of its event
    void add(Sql sql, AuditRow row, EventColumns columns) {
        sql.update(
                """
                INSERT INTO audit (number, time, name, source, principal, effect, result, error, resources, changes,
                                   hash, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row.number(),
                columns.time(),
                columns.name(),
                columns.source(),
                columns.principal(),
                AuditCodes.of(columns.effect()),
                AuditCodes.of(columns.result()),
                columns.error(),
                String.join(SEPARATOR, columns.resources()),
                columns.changes(),
                row.hash(),
                row.body());
        for (String resource : columns.resources()) {
            sql.update("INSERT OR IGNORE INTO audit_resources (resource, number) VALUES (?, ?)", resource, row.number());
        }
    }

    /// 32 zero bytes where there is no such row.
    Blob hashOf(Sql sql, long number) {
        return sql.first("SELECT hash FROM audit WHERE number = ?", SqlRow::blob, number)
                .orElse(AuditHead.EMPTY.hash());
    }

    Optional<AuditRow> find(Sql sql, long number) {
        return sql.first(ROW + "WHERE a.number = ?", AuditTable::read, number);
    }

    /// Oldest first, `limit` at most.
    List<AuditRow> from(Sql sql, long number, int limit) {
        return sql.list(ROW + "WHERE a.number >= ? ORDER BY a.number LIMIT ?", AuditTable::read, number, limit);
    }

    /// Rows from `first` to `last` as they are stored, nothing believed, `limit` at most.
    ///
    /// @param previous the hash of the row before
    void stored(Sql sql, long first, long last, int limit, Blob previous, Consumer<StoredRow> each) {
        var before = new Object() {
            Blob hash = previous;
        };
        sql.each(
                """
                SELECT number, hash, body, time, name, source, principal, effect, result, error, resources, changes
                  FROM audit WHERE number BETWEEN ? AND ? ORDER BY number LIMIT ?""",
                row -> {
                    long found = row.number();
                    Blob hash = row.blob();
                    each.accept(new StoredRow(found, before.hash, row.blob(), hash, columns(row)));
                    before.hash = hash;
                },
                first,
                last,
                limit);
    }

    private static EventColumns columns(SqlRow row) {
        return new EventColumns(
                row.number(),
                row.text(),
                row.text(),
                row.text(),
                AuditCodes.effect(row.integer()),
                AuditCodes.result(row.integer()),
                row.text(),
                resources(row.text()),
                row.integer());
    }

    private static List<String> resources(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(SEPARATOR, -1));
    }

    static AuditRow read(SqlRow row) {
        long number = row.number();
        Blob previous = row.optionalBlob().orElse(AuditHead.EMPTY.hash());
        Blob body = row.blob();
        Blob hash = row.blob();
        return new AuditRow(number, previous, body, hash, EventCodec.decode(body.toByteArray()));
    }
}
