package app.keyhold.store;

import app.keyhold.audit.AuditTrail.MonthlyUse;
import app.keyhold.store.RollUp.Unit;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Counts uses by key and month from the counts by day: months of UTC are whole days of it.
final class UseQuery {
    private final Sql sql;
    private final Set<String> names;

    UseQuery(Sql sql, Set<String> names) {
        this.sql = sql;
        this.names = names;
    }

    List<MonthlyUse> between(YearMonth first, YearMonth last) {
        var tally = new UseTally();
        List<Object> arguments = new ArrayList<>(List.of(AuditCodes.ALLOWED));
        arguments.addAll(names);
        arguments.add(day(first));
        arguments.add(day(last.plusMonths(1)) - 1);
        sql.each(
                """
                SELECT k.resources, k.name, c.slot, c.count FROM audit_kinds k CROSS JOIN audit_days c ON c.kind = k.id
                 WHERE k.result = ? AND k.name IN %s AND c.slot BETWEEN ? AND ?""".formatted(KindCondition.marks(names)),
                row -> {
                    String key = UseTally.key(AuditKinds.resources(row.text()));
                    String name = row.text();
                    tally.add(UseTally.month(row.number() * Unit.DAY.millis()), key, name, row.number());
                },
                arguments.toArray());
        return tally.toList();
    }

    private static long day(YearMonth month) {
        return Unit.DAY.slot(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
    }
}
