package app.keyhold.store;

import app.keyhold.audit.AuditTrail.MonthlyUse;
import app.keyhold.store.AuditSearch.Span;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Counts uses by key and month from three indexes and the roll-up, without touching the rows: a mark for each row that
/// counts, by name; then key by key, which of its rows are marked. What nobody has claimed concerns no key.
final class UseQuery {
    /// Rows at a time: one byte each.
    private static final int PIECE = 1 << 24;

    private static final byte CLAIMED = (byte) 0x80;
    private static final String ARNS_OF_KEYS = "arn:aws:kms:";

    private final Sql sql;
    private final List<String> names;
    private final UseTally tally = new UseTally();

    UseQuery(Sql sql, Set<String> names) {
        if (names.size() > Byte.MAX_VALUE) {
            throw new IllegalArgumentException(names.size() + " names; at most " + Byte.MAX_VALUE);
        }
        this.sql = sql;
        this.names = List.copyOf(names);
    }

    List<MonthlyUse> between(YearMonth first, YearMonth last) {
        Span rows = AuditSearch.span(
                sql,
                Optional.of(first.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)),
                Optional.of(last.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1)));
        if (rows.first() > 0) {
            var months = new MonthSpans(sql, rows);
            for (long start = rows.first(); start <= rows.last(); start += PIECE) {
                count(new Span(start, Math.min(start + PIECE - 1, rows.last())), months);
            }
        }
        return tally.toList().stream()
                .filter(use -> !use.month().isBefore(first) && !use.month().isAfter(last))
                .toList();
    }

    private void count(Span rows, MonthSpans months) {
        byte[] marks = new byte[Math.toIntExact(rows.last() - rows.first() + 1)];
        for (int i = 0; i < names.size(); i++) {
            byte mark = (byte) (i + 1);
            sql.each(
                    "SELECT number FROM audit INDEXED BY audit_by_name WHERE name = ? AND number BETWEEN ? AND ?",
                    row -> marks[at(row.number(), rows)] = mark,
                    names.get(i),
                    rows.first(),
                    rows.last());
        }
        sql.each(
                "SELECT number FROM audit INDEXED BY audit_by_result WHERE result <> 0 AND number BETWEEN ? AND ?",
                row -> marks[at(row.number(), rows)] = 0,
                rows.first(),
                rows.last());
        for (Optional<String> key = keyAfter(ARNS_OF_KEYS); key.isPresent(); key = keyAfter(key.get())) {
            claim(key.get(), marks, rows, months);
        }
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] > 0) {
                tally.add(months.of(rows.first() + i), UseTally.NO_KEY, names.get(marks[i] - 1), 1);
            }
        }
    }

    private static int at(long number, Span rows) {
        return (int) (number - rows.first());
    }

    /// One step in the index for each resource, however many rows it has.
    private Optional<String> keyAfter(String resource) {
        Optional<String> next = Optional.of(resource);
        do {
            next = sql.first(
                            "SELECT resource FROM audit_resources WHERE resource > ? ORDER BY resource LIMIT 1",
                            SqlRow::text,
                            next.get())
                    .filter(found -> found.startsWith(ARNS_OF_KEYS));
        } while (next.isPresent() && !UseTally.isKey(next.get()));
        return next;
    }

    private void claim(String key, byte[] marks, Span rows, MonthSpans months) {
        sql.each(
                "SELECT number FROM audit_resources WHERE resource = ? AND number BETWEEN ? AND ?",
                row -> {
                    long number = row.number();
                    byte mark = marks[at(number, rows)];
                    if (mark > 0) {
                        tally.add(months.of(number), key, names.get(mark - 1), 1);
                        marks[at(number, rows)] = (byte) (mark | CLAIMED);
                    } else if (mark < 0) {
                        settle(number, key, months.of(number), names.get((mark & ~CLAIMED) - 1));
                    }
                },
                key,
                rows.first(),
                rows.last());
    }

    /// `key` is not the first in order that names this row, and the first has been given it.
    private void settle(long number, String key, YearMonth month, String name) {
        List<String> keys = sql
                .first("SELECT resources FROM audit WHERE number = ?", SqlRow::text, number)
                .map(column -> List.of(column.split(AuditTable.SEPARATOR, -1)))
                .orElse(List.of());
        if (UseTally.key(keys).equals(key)) {
            String holder = keys.stream().filter(UseTally::isKey).sorted().findFirst().orElseThrow();
            tally.move(month, holder, key, name);
        }
    }
}
