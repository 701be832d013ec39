package app.keyhold.store;

import app.keyhold.audit.AuditRow;
import app.keyhold.audit.EventFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Questions to the timeline. Times are narrowed to row numbers through the roll-up first: rows are ordered by number,
/// and a clock that was set back must not hide any.
final class AuditSearch {
    /// From row to row, both included.
    record Span(long first, long last) {}

    List<AuditRow> page(Sql sql, EventFilter filter, long before, int limit) {
        Span span = span(sql, filter.from(), filter.until());
        long last = Math.min(span.last(), before - 1);
        AuditCondition condition = new AuditCondition(filter).and("a.number BETWEEN ? AND ?", span.first(), last);
        return sql.list(
                AuditTable.ROW + condition.where() + "ORDER BY a.number DESC LIMIT ?",
                AuditTable::read,
                condition.arguments(limit));
    }

    /// Walks back along the resource's own rows until one fits: a key's newest rows are nearly always uses of it.
    Optional<AuditRow> newestAllowed(Sql sql, String resource, Set<String> names) {
        List<Object> arguments = new ArrayList<>(List.of(resource, AuditCodes.ALLOWED));
        arguments.addAll(names);
        String marks = "?, ".repeat(names.size() - 1) + "?";
        return sql.first(
                AuditTable.ROW
                        + """
                        WHERE a.number = (
                            SELECT r.number FROM audit_resources r CROSS JOIN audit b ON b.number = r.number
                             WHERE r.resource = ? AND +b.result = ? AND +b.name IN (%s)
                             ORDER BY r.number DESC LIMIT 1)""".formatted(marks),
                AuditTable::read,
                arguments.toArray());
    }

    long count(Sql sql, EventFilter filter) {
        if (filter.equals(EventFilter.ALL)) {
            return sql.number("SELECT max(number) FROM audit");
        }
        if (AuditCondition.isOfHours(filter)) {
            var all = new HistogramBuckets(
                    filter.from().orElse(Instant.EPOCH), filter.until().orElse(HistogramBuckets.END_OF_TIME));
            new HistogramQuery(sql, filter).fill(all);
            return all.total();
        }
        Span span = span(sql, filter.from(), filter.until());
        AuditCondition condition =
                new AuditCondition(filter).and("a.number BETWEEN ? AND ?", span.first(), span.last());
        return sql.number("SELECT count(*) FROM audit a " + condition.where(), condition.arguments());
    }

    HistogramBuckets histogram(Sql sql, EventFilter filter, Instant from, Instant until, Duration width) {
        var buckets = new HistogramBuckets(from, until, width);
        new HistogramQuery(sql, filter).fill(buckets);
        return buckets;
    }

    /// All rows with a time in these hours lie in between.
    static Span span(Sql sql, Optional<Instant> from, Optional<Instant> until) {
        if (from.isEmpty() && until.isEmpty()) {
            return new Span(1, Long.MAX_VALUE);
        }
        return sql.first(
                        "SELECT min(first), max(last) FROM audit_hours WHERE hour BETWEEN ? AND ?",
                        row -> new Span(row.number(), row.number()),
                        from.map(HistogramBuckets::hour).orElse(Long.MIN_VALUE),
                        until.map(HistogramBuckets::hour).orElse(Long.MAX_VALUE))
                .orElse(new Span(0, 0));
    }
}
