package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.EventFilter.Result;
import app.keyhold.store.AuditSearch.Span;
import app.keyhold.store.RollUp.Unit;
import java.util.ArrayList;
import java.util.List;

/// Reads the counts of the kinds a condition asks for, from what is counted together where that is enough. Kinds are
/// always looked through first (`CROSS JOIN`): there are fewer of them than counts.
final class KindCounts {
    private final Sql sql;
    private final KindCondition condition;

    /// One slot of one effect and result.
    @FunctionalInterface
    interface Each {
        void count(long slot, Effect effect, Result result, long count, Span rows);
    }

    KindCounts(Sql sql, KindCondition condition) {
        this.sql = sql;
        this.condition = condition;
    }

    /// @param first of the slots, the last included
    void each(Unit unit, long first, long last, Each each) {
        if (condition.isOfClasses()) {
            sql.each(
                    "SELECT slot, kind, count, first, last FROM %s WHERE kind IN %s AND slot BETWEEN ? AND ?"
                            .formatted(unit.table(), KindCondition.marks(condition.together())),
                    row -> {
                        long slot = row.number();
                        long kind = row.number();
                        each.count(slot, RollUp.effect(kind), RollUp.result(kind), row.number(), new Span(row.number(), row.number()));
                    },
                    together(first, last));
        } else {
            sql.each(
                    """
                    SELECT c.slot, k.effect, k.result, sum(c.count), min(c.first), max(c.last)
                      FROM audit_kinds k CROSS JOIN %s c ON c.kind = k.id
                     WHERE %s AND c.slot BETWEEN ? AND ? GROUP BY 1, 2, 3""".formatted(unit.table(), condition.where()),
                    row -> each.count(
                            row.number(),
                            AuditCodes.effect(row.integer()),
                            AuditCodes.result(row.integer()),
                            row.number(),
                            new Span(row.number(), row.number())),
                    condition.arguments(first, last));
        }
    }

    /// How many rows there are in these slots, and between which numbers; `last` is below `first` where there are none.
    Found found(Unit unit, long first, long last) {
        boolean together = condition.isOfClasses();
        String kinds = together ? KindCondition.marks(condition.together()) : condition.ids();
        return sql.first(
                        "SELECT sum(count), min(first), max(last) FROM %s WHERE kind IN %s AND slot BETWEEN ? AND ?"
                                .formatted(unit.table(), kinds),
                        row -> new Found(row.number(), new Span(row.number(), row.number())),
                        together ? together(first, last) : condition.arguments(first, last))
                .filter(found -> found.count() > 0)
                .orElse(new Found(0, new Span(1, 0)));
    }

    record Found(long count, Span rows) {}

    private Object[] together(long first, long last) {
        List<Object> arguments = new ArrayList<>(condition.together());
        arguments.add(first);
        arguments.add(last);
        return arguments.toArray();
    }
}
