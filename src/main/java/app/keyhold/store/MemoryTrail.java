package app.keyhold.store;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditHead;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.AuditTrail;
import app.keyhold.audit.Checkpoint;
import app.keyhold.audit.EventColumns;
import app.keyhold.audit.EventFilter;
import app.keyhold.audit.StoredRow;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The chain in lists; a snapshot is a copy that nobody adds to any more.
final class MemoryTrail implements AuditTrail {
    private final List<AuditRow> rows;
    private final List<Checkpoint> checkpoints;

    MemoryTrail() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    private MemoryTrail(List<AuditRow> rows, List<Checkpoint> checkpoints) {
        this.rows = rows;
        this.checkpoints = checkpoints;
    }

    MemoryTrail copy() {
        return new MemoryTrail(new ArrayList<>(rows), new ArrayList<>(checkpoints));
    }

    void add(AuditRow row) {
        rows.add(row);
    }

    void add(Checkpoint checkpoint) {
        checkpoints.add(checkpoint);
    }

    @Override
    public AuditHead head() {
        return rows.isEmpty()
                ? AuditHead.EMPTY
                : new AuditHead(rows.getLast().number(), rows.getLast().hash());
    }

    @Override
    public Optional<AuditRow> row(long number) {
        return number >= 1 && number <= rows.size() ? Optional.of(rows.get((int) number - 1)) : Optional.empty();
    }

    @Override
    public List<AuditRow> page(EventFilter filter, long before, int limit) {
        return matching(filter)
                .filter(row -> row.number() < before)
                .sorted((one, other) -> Long.compare(other.number(), one.number()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<AuditRow> pageAfter(EventFilter filter, long after, int limit) {
        return matching(filter)
                .filter(row -> row.number() > after)
                .sorted(Comparator.comparingLong(AuditRow::number))
                .limit(limit)
                .toList()
                .reversed();
    }

    @Override
    public Optional<AuditRow> newestAllowed(String resource, Set<String> names) {
        return rows.reversed().stream()
                .filter(row -> row.event().resources().contains(resource))
                .filter(row -> names.contains(row.event().name()))
                .filter(row -> row.event().outcome() instanceof AuditEvent.Outcome.Succeeded)
                .findFirst();
    }

    @Override
    public long count(EventFilter filter) {
        return matching(filter).count();
    }

    @Override
    public List<Bucket> histogram(EventFilter filter, Instant from, Instant until, Duration width) {
        var buckets = new HistogramBuckets(from, until, width);
        matching(filter).map(row -> EventColumns.of(row.event())).forEach(columns ->
                buckets.add(columns.time(), columns.effect(), columns.result(), 1));
        return buckets.toList();
    }

    @Override
    public List<MonthlyUse> monthlyUse(Set<String> names, YearMonth first, YearMonth last) {
        var tally = new UseTally();
        var allowed = new EventFilter(
                Optional.empty(), Optional.empty(), Set.of(), Set.of(), names, Optional.of(EventFilter.Result.ALLOWED), Optional.empty());
        if (!names.isEmpty()) {
            matching(allowed).map(row -> EventColumns.of(row.event())).forEach(columns -> {
                YearMonth month = UseTally.month(columns.time());
                if (!month.isBefore(first) && !month.isAfter(last)) {
                    tally.add(month, UseTally.key(columns.resources()), columns.name(), 1);
                }
            });
        }
        return tally.toList();
    }

    @Override
    public Attributes attributes(int most) {
        List<EventColumns> columns = rows.stream().map(row -> EventColumns.of(row.event())).toList();
        return new Attributes(
                frequent(columns.stream().map(EventColumns::name), most),
                frequent(columns.stream().map(EventColumns::principal), most),
                frequent(columns.stream().map(EventColumns::source), most),
                frequent(
                        columns.stream()
                                .flatMap(one -> one.resources().stream().distinct())
                                .filter(UseTally::isKey),
                        most));
    }

    private static List<String> frequent(Stream<String> values, int most) {
        return values.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Times times(long from, Optional<Instant> start, Duration rest) {
        Optional<Instant> latest = start;
        Optional<Gap> gap = Optional.empty();
        for (AuditRow row : rows.subList((int) Math.min(from - 1, rows.size()), rows.size())) {
            Instant time = Instant.ofEpochMilli(EventColumns.of(row.event()).time());
            if (gap.isEmpty()) {
                gap = latest.filter(last -> time.isAfter(last.plus(rest))).map(last -> new Gap(last, time));
            }
            latest = Optional.of(latest.filter(last -> last.isAfter(time)).orElse(time));
        }
        return new Times(latest, gap);
    }

    @Override
    public void scan(long from, Consumer<AuditRow> each) {
        rows.stream().filter(row -> row.number() >= from).forEach(each);
    }

    @Override
    public void scanStored(long from, long last, Consumer<StoredRow> each) {
        rows.stream()
                .filter(row -> row.number() >= from && row.number() <= last)
                .map(StoredRow::of)
                .forEach(each);
    }

    @Override
    public List<Checkpoint> checkpoints() {
        return List.copyOf(checkpoints);
    }

    private Stream<AuditRow> matching(EventFilter filter) {
        return rows.stream().filter(row -> EventColumns.of(row.event()).matches(filter));
    }
}
