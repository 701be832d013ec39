package app.keyhold.store;

import app.keyhold.audit.EventFilter;
import app.keyhold.store.AuditSearch.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Fills buckets: from the roll-up for every hour that lies within one bucket, from the rows themselves for the few
/// hours that two buckets share, and for filters the roll-up knows nothing of.
final class HistogramQuery {
    private final Sql sql;
    private final EventFilter filter;

    HistogramQuery(Sql sql, EventFilter filter) {
        this.sql = sql;
        this.filter = filter;
    }

    void fill(HistogramBuckets buckets) {
        if (AuditCondition.isOfHours(filter)) {
            fillByHour(buckets, clip());
        } else {
            fillByRow(buckets, new Span(1, Long.MAX_VALUE));
        }
    }

    private HistogramBuckets clip() {
        return new HistogramBuckets(
                filter.from().orElse(Instant.ofEpochMilli(Long.MIN_VALUE / 4)),
                filter.until().orElse(HistogramBuckets.END_OF_TIME));
    }

    private void fillByHour(HistogramBuckets buckets, HistogramBuckets clip) {
        Map<Long, Span> shared = new LinkedHashMap<>();
        AuditCondition condition = AuditCondition.ofHours(filter)
                .and("a.hour BETWEEN ? AND ?", buckets.firstHour(), buckets.lastHour());
        sql.each(
                "SELECT a.hour, a.effect, a.result, sum(a.count), min(a.first), max(a.last) FROM audit_hours a "
                        + condition.where()
                        + "GROUP BY 1, 2, 3",
                row -> {
                    long hour = row.number();
                    var effect = AuditCodes.effect(row.integer());
                    var result = AuditCodes.result(row.integer());
                    long count = row.number();
                    if (buckets.holdsWhole(hour) && clip.holdsWhole(hour)) {
                        buckets.add(hour * HourCounts.HOUR_MILLIS, effect, result, count);
                    } else {
                        shared.merge(hour, new Span(row.number(), row.number()), HistogramQuery::union);
                    }
                },
                condition.arguments());
        shared.forEach((hour, span) -> fillHour(buckets, hour, span));
    }

    private void fillHour(HistogramBuckets buckets, long hour, Span span) {
        long start = hour * HourCounts.HOUR_MILLIS;
        fillByRow(buckets, span, "a.time BETWEEN ? AND ?", start, start + HourCounts.HOUR_MILLIS - 1);
    }

    private void fillByRow(HistogramBuckets buckets, Span span) {
        fillByRow(buckets, span, "1");
    }

    private void fillByRow(HistogramBuckets buckets, Span span, String part, Object... values) {
        AuditCondition condition = new AuditCondition(filter)
                .and(part, values)
                .and("a.number BETWEEN ? AND ?", span.first(), span.last());
        sql.each(
                "SELECT a.time, a.effect, a.result FROM audit a " + condition.where(),
                row -> buckets.add(
                        row.number(), AuditCodes.effect(row.integer()), AuditCodes.result(row.integer()), 1),
                condition.arguments());
    }

    private static Span union(Span one, Span other) {
        return new Span(Math.min(one.first(), other.first()), Math.max(one.last(), other.last()));
    }
}
