package app.keyhold.store;

import app.keyhold.store.AuditSearch.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which month a row is of, told by its number: rows are in order of number, and months follow one another. Only where a
/// clock that was set back lets two months overlap, the rows in question are asked for their time.
final class MonthSpans {
    private record Stretch(long first, long last, YearMonth month) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<Long, YearMonth> asked = new HashMap<>();

    /// @param rows the stretch of numbers anybody will ask about
    MonthSpans(Sql sql, Span rows) {
        Map<YearMonth, Span> months = new TreeMap<>();
        sql.each(
                "SELECT hour, min(first), max(last) FROM audit_hours WHERE last >= ? AND first <= ? GROUP BY hour",
                row -> months.merge(
                        UseTally.month(row.number() * HourCounts.HOUR_MILLIS),
                        new Span(row.number(), row.number()),
                        (one, other) -> new Span(
                                Math.min(one.first(), other.first()), Math.max(one.last(), other.last()))),
                rows.first(),
                rows.last());
        months.forEach((month, span) -> stretches.add(new Stretch(span.first(), span.last(), month)));
        for (Stretch one : stretches) {
            for (Stretch other : stretches) {
                if (one.month().isBefore(other.month())) {
                    ask(sql, Math.max(one.first(), other.first()), Math.min(one.last(), other.last()));
                }
            }
        }
    }

    private void ask(Sql sql, long first, long last) {
        if (first <= last) {
            sql.each(
                    "SELECT number, time FROM audit WHERE number BETWEEN ? AND ?",
                    row -> asked.put(row.number(), UseTally.month(row.number())),
                    first,
                    last);
        }
    }

    YearMonth of(long number) {
        YearMonth known = asked.isEmpty() ? null : asked.get(number);
        if (known != null) {
            return known;
        }
        for (Stretch stretch : stretches) {
            if (number >= stretch.first() && number <= stretch.last()) {
                return stretch.month();
            }
        }
        throw new IllegalStateException("The roll-up knows no hour for row " + number);
    }
}
