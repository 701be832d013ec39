package app.keyhold.store;

import app.keyhold.audit.EventColumns;
import java.util.LinkedHashMap;
import java.util.Map;

/// Gathers the roll-up of one transaction, so that a group of rows costs a few statements; written before it commits and
/// before anything inside it reads the roll-up.
final class HourCounts {
    static final long HOUR_MILLIS = 3_600_000;

    private record Slot(long hour, String name, String principal, int effect, int result) {}

    private record Count(long count, long first, long last) {
        Count and(Count more) {
            return new Count(count + more.count, Math.min(first, more.first), Math.max(last, more.last));
        }
    }

    private final Map<Slot, Count> counts = new LinkedHashMap<>();

    void add(long number, EventColumns columns) {
        var slot = new Slot(
                Math.floorDiv(columns.time(), HOUR_MILLIS),
                columns.name(),
                columns.principal(),
                AuditCodes.of(columns.effect()),
                AuditCodes.of(columns.result()));
        counts.merge(slot, new Count(1, number, number), Count::and);
    }

    void write(Sql sql) {
        counts.forEach((slot, count) -> sql.update(
                """
                INSERT INTO audit_hours (hour, name, principal, effect, result, count, first, last)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (hour, name, principal, effect, result) DO UPDATE SET
                    count = count + excluded.count, first = min(first, excluded.first), last = max(last, excluded.last)""",
                slot.hour(),
                slot.name(),
                slot.principal(),
                slot.effect(),
                slot.result(),
                count.count(),
                count.first(),
                count.last()));
        counts.clear();
    }
}
