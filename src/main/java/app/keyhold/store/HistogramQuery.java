package app.keyhold.store;

import app.keyhold.audit.EventFilter;
import app.keyhold.store.AuditSearch.Span;
import app.keyhold.store.RollUp.Unit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Fills buckets from the counts: by the longest unit that fits into one, where two buckets share a day its hours, where
/// they share an hour its minutes, and the rows themselves of a shared minute.
final class HistogramQuery {
    private final Sql sql;
    private final EventFilter filter;
    private final KindCondition condition;
    private final KindCounts counts;

    HistogramQuery(Sql sql, EventFilter filter) {
        this.sql = sql;
        this.filter = filter;
        this.condition = new KindCondition(filter);
        this.counts = new KindCounts(sql, condition);
    }

    void fill(HistogramBuckets buckets) {
        var clip = new HistogramBuckets(
                filter.from().orElse(Instant.ofEpochMilli(Long.MIN_VALUE / 4)),
                filter.until().orElse(HistogramBuckets.END_OF_TIME));
        fill(buckets, clip, longest(buckets), Math.max(buckets.first(), clip.first()), Math.min(buckets.last(), clip.last()));
    }

    private static Unit longest(HistogramBuckets buckets) {
        for (Unit unit : Unit.values()) {
            if (unit.millis() <= buckets.width()) {
                return unit;
            }
        }
        return Unit.MINUTE;
    }

    private void fill(HistogramBuckets buckets, HistogramBuckets clip, Unit unit, long first, long last) {
        Map<Long, Span> shared = new LinkedHashMap<>();
        counts.each(unit, unit.slot(first), unit.slot(last), (slot, effect, result, count, rows) -> {
            long start = slot * unit.millis();
            if (buckets.holdsWhole(start, unit.millis()) && clip.holdsWhole(start, unit.millis())) {
                buckets.add(start, effect, result, count);
            } else {
                shared.merge(slot, rows, HistogramQuery::union);
            }
        });
        shared.forEach((slot, rows) -> {
            long start = slot * unit.millis();
            long end = start + unit.millis() - 1;
            if (unit == Unit.MINUTE) {
                fillByRow(buckets, rows, Math.max(start, first), Math.min(end, last));
            } else {
                fill(buckets, clip, Unit.values()[unit.ordinal() + 1], Math.max(start, first), Math.min(end, last));
            }
        });
    }

    private void fillByRow(HistogramBuckets buckets, Span rows, long first, long last) {
        sql.each(
                """
                SELECT a.time, k.effect, k.result FROM audit a CROSS JOIN audit_kinds k ON k.id = a.kind
                 WHERE %s AND a.number BETWEEN ? AND ? AND a.time BETWEEN ? AND ?""".formatted(condition.where()),
                row -> buckets.add(
                        row.number(), AuditCodes.effect(row.integer()), AuditCodes.result(row.integer()), 1),
                condition.arguments(rows.first(), rows.last(), first, last));
    }

    private static Span union(Span one, Span other) {
        return new Span(Math.min(one.first(), other.first()), Math.max(one.last(), other.last()));
    }
}
