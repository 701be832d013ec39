package app.keyhold.store;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditHead;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.AuditTrail;
import app.keyhold.audit.EventCodec;
import app.keyhold.audit.EventColumns;
import app.keyhold.audit.EventFilter;
import app.keyhold.audit.StoredRow;
import app.keyhold.crypto.Blob;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The chain's rows: body and hash are the truth, the other columns and the kind are derived from the body for searching.
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
    void add(Sql sql, AuditRow row, EventColumns columns, long kind) {
        sql.update(
                "INSERT INTO audit (number, time, kind, changes, hash, body) VALUES (?, ?, ?, ?, ?, ?)",
                row.number(),
                columns.time(),
                kind,
                columns.changes(),
                row.hash(),
                row.body());
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

    /// The times alone: every unlock asks, and thousands of bodies would take longer than all else it does.
    AuditTrail.Times times(Sql sql, long from, Optional<Instant> start, Duration rest) {
        String known = "WITH known (number, time) AS (SELECT ? - 1, s.time FROM (SELECT ? AS time) s WHERE s.time IS NOT NULL "
                + "UNION ALL SELECT number, time FROM audit WHERE number >= ?) ";
        Optional<Long> before = start.map(Instant::toEpochMilli);
        return new AuditTrail.Times(
                sql.first(known + "SELECT time FROM known ORDER BY time DESC LIMIT 1", AuditTable::time, from, before, from),
                sql.first(
                        known + "SELECT last, time FROM (SELECT number, time, max(time) OVER (ORDER BY number "
                                + "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS last FROM known) "
                                + "WHERE time - last > ? ORDER BY number LIMIT 1",
                        row -> new AuditTrail.Gap(time(row), time(row)),
                        from,
                        before,
                        from,
                        rest.toMillis()));
    }

    private static Instant time(SqlRow row) {
        return Instant.ofEpochMilli(row.number());
    }

    /// Rows from `first` to `last` as they are stored, nothing believed, `limit` at most.
    ///
    /// @param previous the hash of the row before
    void stored(Sql sql, long first, long last, int limit, Blob previous, Consumer<StoredRow> each) {
        var kinds = new HashMap<Long, EventColumns>();
        var before = new Object() {
            Blob hash = previous;
        };
        sql.each(
                "SELECT number, hash, body, time, kind, changes FROM audit WHERE number BETWEEN ? AND ? ORDER BY number LIMIT ?",
                row -> {
                    long found = row.number();
                    Blob hash = row.blob();
                    Blob body = row.blob();
                    long time = row.number();
                    EventColumns kind = kinds.computeIfAbsent(row.number(), id -> kind(sql, id));
                    each.accept(new StoredRow(found, before.hash, body, hash, columns(time, kind, row.integer())));
                    before.hash = hash;
                },
                first,
                last,
                limit);
    }

    /// Nothing in every part where it is gone: no body says that.
    private static EventColumns kind(Sql sql, long id) {
        return sql.first("SELECT " + AuditKinds.COLUMNS + " FROM audit_kinds WHERE id = ?", AuditKinds::read, id)
                .orElse(new EventColumns(
                        0, "", "", "", AuditEvent.Effect.READ, EventFilter.Result.ALLOWED, "", List.of(), 0));
    }

    private static EventColumns columns(long time, EventColumns kind, int changes) {
        return new EventColumns(
                time,
                kind.name(),
                kind.source(),
                kind.principal(),
                kind.effect(),
                kind.result(),
                kind.error(),
                kind.resources(),
                changes);
    }

    static AuditRow read(SqlRow row) {
        long number = row.number();
        Blob previous = row.optionalBlob().orElse(AuditHead.EMPTY.hash());
        Blob body = row.blob();
        Blob hash = row.blob();
        return new AuditRow(number, previous, body, hash, EventCodec.decode(body.toByteArray()));
    }
}
