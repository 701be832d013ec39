package app.keyhold.store;

import app.keyhold.audit.AuditTrail.MonthlyUse;
import app.keyhold.store.AuditSearch.Span;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/// Counts uses by key and month from three indexes and the roll-up, without touching the rows: a mark for each row that
/// counts, by name; then key by key, which of its rows are marked. What nobody has claimed concerns no key.
final class UseQuery {
    /// Rows at a time: three bytes each, and their numbers as text while they are read.
    private static final int PIECE = 1 << 22;

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
                new Piece(new Span(start, Math.min(start + PIECE - 1, rows.last())), months).count();
            }
        }
        return tally.toList().stream()
                .filter(use -> !use.month().isBefore(first) && !use.month().isAfter(last))
                .toList();
    }

    /// Row numbers, many in one text: stepping from row to row would cost more than reading them.
    private void numbers(String query, LongConsumer each, Object... arguments) {
        String text = sql.first(query, SqlRow::optionalText, arguments).flatMap(found -> found).orElse("");
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == ',') {
                each.accept(number);
                number = 0;
            } else {
                number = number * 10 + (next - '0');
            }
        }
        if (!text.isEmpty()) {
            each.accept(number);
        }
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

    /// So many rows as are looked at together.
    private final class Piece {
        private final Span rows;
        private final List<YearMonth> months;
        private final short[] places;

        /// The place of the row's name, from 1; 0 for what does not count; negative for what a key has claimed.
        private final byte[] marks;

        Piece(Span rows, MonthSpans spans) {
            this.rows = rows;
            this.months = spans.months();
            this.places = spans.places(rows);
            this.marks = new byte[places.length];
        }

        void count() {
            for (int i = 0; i < names.size(); i++) {
                byte mark = (byte) (i + 1);
                numbers(
                        "SELECT group_concat(number) FROM audit INDEXED BY audit_by_name WHERE name = ? AND number BETWEEN ? AND ?",
                        number -> marks[at(number)] = mark,
                        names.get(i),
                        rows.first(),
                        rows.last());
            }
            numbers(
                    "SELECT group_concat(number) FROM audit INDEXED BY audit_by_result WHERE result <> 0 AND number BETWEEN ? AND ?",
                    number -> marks[at(number)] = 0,
                    rows.first(),
                    rows.last());
            for (Optional<String> key = keyAfter(ARNS_OF_KEYS); key.isPresent(); key = keyAfter(key.get())) {
                claim(key.get());
            }
            var rest = new long[months.size()][names.size()];
            for (int i = 0; i < marks.length; i++) {
                if (marks[i] > 0) {
                    rest[places[i]][marks[i] - 1]++;
                }
            }
            add(UseTally.NO_KEY, rest);
        }

        private void claim(String key) {
            var counts = new long[months.size()][names.size()];
            numbers(
                    "SELECT group_concat(number) FROM audit_resources WHERE resource = ? AND number BETWEEN ? AND ?",
                    number -> {
                        int at = at(number);
                        byte mark = marks[at];
                        if (mark > 0) {
                            counts[places[at]][mark - 1]++;
                            marks[at] = (byte) (mark | CLAIMED);
                        } else if (mark < 0) {
                            settle(number, key, months.get(places[at]), names.get((mark & ~CLAIMED) - 1));
                        }
                    },
                    key,
                    rows.first(),
                    rows.last());
            add(key, counts);
        }

        private void add(String key, long[][] counts) {
            for (int month = 0; month < counts.length; month++) {
                for (int name = 0; name < names.size(); name++) {
                    if (counts[month][name] > 0) {
                        tally.add(months.get(month), key, names.get(name), counts[month][name]);
                    }
                }
            }
        }

        private int at(long number) {
            return (int) (number - rows.first());
        }
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
