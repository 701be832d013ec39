package app.keyhold.store;

import app.keyhold.audit.AuditHead;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.AuditTrail;
import app.keyhold.audit.Checkpoint;
import app.keyhold.audit.EventFilter;
import app.keyhold.audit.StoredRow;
import app.keyhold.crypto.Blob;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The timeline over its tables. Long scans go in pieces, so that no connection is held up for their whole length: rows
/// never change once they are there.
final class SqliteTrail implements AuditTrail {
    /// Long enough that a piece costs nothing beside its rows, short enough that it is forgotten before it grows old in memory.
    private static final int PIECE = 1_000;

    private final SqlSource source;
    private final AuditTable audit = new AuditTable();
    private final AuditSearch search = new AuditSearch();

    SqliteTrail(SqlSource source) {
        this.source = source;
    }

    @Override
    public AuditHead head() {
        return source.read(audit::head);
    }

    @Override
    public Optional<AuditRow> row(long number) {
        return source.read(sql -> audit.find(sql, number));
    }

    @Override
    public List<AuditRow> page(EventFilter filter, long before, int limit) {
        return source.read(sql -> search.page(sql, filter, before, limit));
    }

    @Override
    public List<AuditRow> pageAfter(EventFilter filter, long after, int limit) {
        return source.read(sql -> search.pageAfter(sql, filter, after, limit));
    }

    @Override
    public Optional<AuditRow> newestAllowed(String resource, Set<String> names) {
        return source.readOnce(sql -> search.newestAllowed(sql, resource, names));
    }

    @Override
    public long count(EventFilter filter) {
        return source.read(sql -> search.count(sql, filter));
    }

    @Override
    public List<Bucket> histogram(EventFilter filter, Instant from, Instant until, Duration width) {
        return source.read(sql -> search.histogram(sql, filter, from, until, width)).toList();
    }

    @Override
    public List<MonthlyUse> monthlyUse(Set<String> names, YearMonth first, YearMonth last) {
        return source.read(sql -> new UseQuery(sql, names).between(first, last));
    }

    @Override
    public Attributes attributes(int most) {
        return source.read(sql -> search.attributes(sql, most));
    }

    @Override
    public Times times(long from, Optional<Instant> start, Duration rest) {
        return source.read(sql -> audit.times(sql, from, start, rest));
    }

    @Override
    public void scan(long from, Consumer<AuditRow> each) {
        long next = from;
        List<AuditRow> piece = piece(next);
        while (!piece.isEmpty()) {
            piece.forEach(each);
            next = piece.getLast().number() + 1;
            piece = piece(next);
        }
    }

    @Override
    public void scanStored(long from, long last, Consumer<StoredRow> each) {
        Blob previous = source.read(sql -> audit.hashOf(sql, from - 1));
        List<StoredRow> piece = storedPiece(from, last, previous);
        while (!piece.isEmpty()) {
            StoredRow end = piece.getLast();
            Supplier<List<StoredRow>> following =
                    ahead(() -> storedPiece(end.number() + 1, last, end.hash()));
            piece.forEach(each);
            piece = following.get();
        }
    }

    /// Reads one piece while the one before is looked at, where the source can do both.
    private <T> Supplier<T> ahead(Supplier<T> reading) {
        if (!source.servesSeveral()) {
            return reading;
        }
        CompletableFuture<T> started = CompletableFuture.supplyAsync(reading, Thread::startVirtualThread);
        return () -> {
            try {
                return started.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        };
    }

    @Override
    public List<Checkpoint> checkpoints() {
        return source.read(new CheckpointTable()::all);
    }

    private List<AuditRow> piece(long from) {
        return source.read(sql -> audit.from(sql, from, PIECE));
    }

    private List<StoredRow> storedPiece(long from, long last, Blob previous) {
        return source.read(sql -> {
            List<StoredRow> piece = new ArrayList<>(PIECE);
            audit.stored(sql, from, last, PIECE, previous, piece::add);
            return piece;
        });
    }
}
