package app.keyhold.store;

import app.keyhold.store.AuditSearch.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which month a row is of, told by its number: rows are in order of number, and months follow one another. Only where a
/// clock that was set back lets two months overlap, the rows in question are asked for their time.
final class MonthSpans {
    private final Sql sql;
    private final List<YearMonth> months = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    /// @param rows the stretch of numbers anybody will ask about
    MonthSpans(Sql sql, Span rows) {
        this.sql = sql;
        Map<YearMonth, Span> found = new TreeMap<>();
        sql.each(
                "SELECT hour, min(first), max(last) FROM audit_hours WHERE last >= ? AND first <= ? GROUP BY hour",
                row -> found.merge(
                        UseTally.month(row.number() * HourCounts.HOUR_MILLIS),
                        new Span(row.number(), row.number()),
                        (one, other) -> new Span(
                                Math.min(one.first(), other.first()), Math.max(one.last(), other.last()))),
                rows.first(),
                rows.last());
        found.forEach((month, span) -> {
            months.add(month);
            spans.add(span);
        });
    }

    /// In order of time.
    List<YearMonth> months() {
        return months;
    }

    /// For each row of `rows` the place of its month.
    short[] places(Span rows) {
        short[] places = new short[Math.toIntExact(rows.last() - rows.first() + 1)];
        for (short month = 0; month < spans.size(); month++) {
            Span within = within(spans.get(month), rows);
            for (long number = within.first(); number <= within.last(); number++) {
                places[(int) (number - rows.first())] = month;
            }
        }
        for (int later = 1; later < spans.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                ask(within(within(spans.get(earlier), spans.get(later)), rows), rows, places);
            }
        }
        return places;
    }

    private void ask(Span overlap, Span rows, short[] places) {
        if (overlap.first() <= overlap.last()) {
            sql.each(
                    "SELECT number, time FROM audit WHERE number BETWEEN ? AND ?",
                    row -> places[(int) (row.number() - rows.first())] =
                            (short) months.indexOf(UseTally.month(row.number())),
                    overlap.first(),
                    overlap.last());
        }
    }

    private static Span within(Span one, Span other) {
        return new Span(Math.max(one.first(), other.first()), Math.min(one.last(), other.last()));
    }
}
