package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.EventColumns;
import app.keyhold.audit.EventFilter.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gathers what one transaction adds to the counts by day, hour and minute, so that a group of rows costs a few
/// statements; written before it commits and before anything inside it reads them. Beside each kind, everything of one
/// effect and result is counted together: who chooses nothing waits for no kinds.
final class RollUp {
    /// The counts' units of time, longest first.
    enum Unit {
        DAY("audit_days", 86_400_000),
        HOUR("audit_hours", 3_600_000),
        MINUTE("audit_minutes", 60_000);

        private final String table;
        private final String add;
        private final long millis;

        Unit(String table, long millis) {
            this.table = table;
            this.millis = millis;
            this.add = """
                    INSERT INTO %s (kind, slot, count, first, last) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (kind, slot) DO UPDATE SET count = count + excluded.count,
                        first = min(first, excluded.first), last = max(last, excluded.last)""".formatted(table);
        }

        String table() {
            return table;
        }

        long millis() {
            return millis;
        }

        long slot(long time) {
            return Math.floorDiv(time, millis);
        }
    }

    private static final int RESULTS = 3;

    private record Slot(Unit unit, long kind, long slot) {}

    private record Count(long count, long first, long last) {
        Count and(Count more) {
            return new Count(count + more.count, Math.min(first, more.first), Math.max(last, more.last));
        }
    }

    private final Map<Slot, Count> counts = new LinkedHashMap<>();

    /// Everything of one effect and result, as a kind: below 0, where no kind of its own is.
    static long together(Effect effect, Result result) {
        return -(AuditCodes.of(effect) * RESULTS + AuditCodes.of(result));
    }

    static Effect effect(long together) {
        return AuditCodes.effect((int) (-together / RESULTS));
    }

    static Result result(long together) {
        return AuditCodes.result((int) (-together % RESULTS));
    }

    void add(long number, long kind, EventColumns columns) {
        for (long of : List.of(kind, together(columns.effect(), columns.result()))) {
            for (Unit unit : Unit.values()) {
                counts.merge(new Slot(unit, of, unit.slot(columns.time())), new Count(1, number, number), Count::and);
            }
        }
    }

    void write(Sql sql) {
        counts.forEach((slot, count) -> sql.update(
                slot.unit().add,
                slot.kind(),
                slot.slot(),
                count.count(),
                count.first(),
                count.last()));
        counts.clear();
    }
}
