package app.keyhold.store;

import app.keyhold.audit.AuditRow;
import app.keyhold.audit.AuditTrail.Attributes;
import app.keyhold.audit.EventFilter;
import app.keyhold.store.KindCounts.Found;
import app.keyhold.store.RollUp.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Questions to the timeline. What is asked for is turned into kinds and times into row numbers, both through the counts:
/// rows are ordered by number, and a clock that was set back must not hide any.
final class AuditSearch {
    /// Up to so many rows are found through the index of their kinds; of more, the next hundred are never far.
    private static final int FEW = 50_000;
    private static final Duration MINUTES = Duration.ofHours(12);
    private static final Duration HOURS = Duration.ofDays(30);

    private final AuditTable audit = new AuditTable();

    /// From row to row, both included.
    record Span(long first, long last) {
        Span within(Span other) {
            return new Span(Math.max(first, other.first), Math.min(last, other.last));
        }
    }

    /// From which end a page is taken.
    private enum End {
        NEWEST(" DESC"),
        OLDEST("");

        private final String order;

        End(String order) {
            this.order = order;
        }

        /// What is left of `rows` when all up to `number` were seen.
        Span beyond(long number, Span rows) {
            return this == NEWEST ? new Span(rows.first(), number - 1) : new Span(number + 1, rows.last());
        }
    }

    List<AuditRow> page(Sql sql, EventFilter filter, long before, int limit) {
        return page(sql, filter, new Span(Long.MIN_VALUE, before - 1), End.NEWEST, limit);
    }

    /// Newest first, as the other.
    List<AuditRow> pageAfter(Sql sql, EventFilter filter, long after, int limit) {
        return page(sql, filter, new Span(after + 1, Long.MAX_VALUE), End.OLDEST, limit).reversed();
    }

    private List<AuditRow> page(Sql sql, EventFilter filter, Span among, End end, int limit) {
        var condition = new KindCondition(filter);
        Unit unit = unit(filter);
        Found found = new KindCounts(sql, condition)
                .found(
                        unit,
                        filter.from().map(from -> unit.slot(from.toEpochMilli())).orElse(Long.MIN_VALUE),
                        filter.until().map(until -> unit.slot(until.toEpochMilli())).orElse(Long.MAX_VALUE));
        Span rows = found.rows().within(among);
        return condition.takesAll() || found.count() > FEW
                ? pageByRow(sql, filter, condition, rows, end, limit)
                : pageByKind(sql, filter, condition, rows, end, limit);
    }

    /// Short enough that a few minutes of a busy day are not looked for in all of it.
    private static Unit unit(EventFilter filter) {
        if (filter.from().isEmpty() || filter.until().isEmpty()) {
            return Unit.DAY;
        }
        Duration length = Duration.between(filter.from().get(), filter.until().get());
        return length.compareTo(MINUTES) <= 0 ? Unit.MINUTE : length.compareTo(HOURS) <= 0 ? Unit.HOUR : Unit.DAY;
    }

    private static List<AuditRow> pageByRow(
            Sql sql, EventFilter filter, KindCondition condition, Span rows, End end, int limit) {
        String kinds = condition.takesAll() ? "" : "+a.kind IN " + condition.ids() + " AND ";
        return sql.list(
                AuditTable.ROW + "WHERE " + kinds
                        + "a.number BETWEEN ? AND ? AND a.time BETWEEN ? AND ? ORDER BY a.number" + end.order + " LIMIT ?",
                AuditTable::read,
                condition.arguments(rows.first(), rows.last(), earliest(filter), latest(filter), limit));
    }

    private List<AuditRow> pageByKind(
            Sql sql, EventFilter filter, KindCondition condition, Span rows, End end, int limit) {
        List<AuditRow> page = new ArrayList<>();
        Span left = rows;
        List<Long> numbers;
        do {
            numbers = sql.list(
                    "SELECT number FROM audit INDEXED BY audit_by_kind WHERE kind IN " + condition.ids()
                            + " AND number BETWEEN ? AND ? ORDER BY number" + end.order + " LIMIT ?",
                    SqlRow::number,
                    condition.arguments(left.first(), left.last(), limit));
            for (long number : numbers) {
                audit.find(sql, number).filter(row -> lies(row, filter)).ifPresent(page::add);
                left = end.beyond(number, left);
            }
        } while (page.size() < limit && numbers.size() == limit);
        return page.size() > limit ? List.copyOf(page.subList(0, limit)) : page;
    }

    private static boolean lies(AuditRow row, EventFilter within) {
        long time = row.event().time().toEpochMilli();
        return time >= earliest(within) && time <= latest(within);
    }

    private static long earliest(EventFilter filter) {
        return filter.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
    }

    private static long latest(EventFilter filter) {
        return filter.until().map(until -> until.toEpochMilli() - 1).orElse(Long.MAX_VALUE);
    }

    /// The newest row of the kinds that are about it, allowed and of such a name.
    Optional<AuditRow> newestAllowed(Sql sql, String resource, Set<String> names) {
        List<Object> arguments = new ArrayList<>(List.of(resource, AuditCodes.ALLOWED));
        arguments.addAll(names);
        long number = sql.number(
                """
                SELECT max(c.last) FROM audit_resources r CROSS JOIN audit_kinds k ON k.id = r.kind CROSS JOIN audit_days c ON c.kind = k.id
                 WHERE r.resource = ? AND k.result = ? AND k.name IN\s""" + KindCondition.marks(names),
                arguments.toArray());
        return number == 0 ? Optional.empty() : audit.find(sql, number);
    }

    Attributes attributes(Sql sql, int most) {
        return new Attributes(
                attribute(sql, "k.name", "", most),
                attribute(sql, "k.principal", "", most),
                attribute(sql, "k.source", "", most),
                attribute(sql, "r.resource", "JOIN audit_resources r ON r.kind = k.id AND r.resource LIKE '%:key/%'", most));
    }

    private static List<String> attribute(Sql sql, String column, String more, int most) {
        return sql.list(
                "SELECT %s, sum(c.count) FROM audit_kinds k JOIN audit_days c ON c.kind = k.id %s GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"
                        .formatted(column, more),
                SqlRow::text,
                most);
    }

    long count(Sql sql, EventFilter filter) {
        if (filter.equals(EventFilter.ALL)) {
            return sql.number("SELECT max(number) FROM audit");
        }
        var all = new HistogramBuckets(
                filter.from().orElse(Instant.EPOCH), filter.until().orElse(HistogramBuckets.END_OF_TIME));
        new HistogramQuery(sql, filter).fill(all);
        return all.total();
    }

    HistogramBuckets histogram(Sql sql, EventFilter filter, Instant from, Instant until, Duration width) {
        var buckets = new HistogramBuckets(from, until, width);
        new HistogramQuery(sql, filter).fill(buckets);
        return buckets;
    }
}
