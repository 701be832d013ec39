package app.keyhold.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Reading one Region's chain. Reached from operations only, so that reading is itself authorised.
public interface AuditTrail {
    AuditHead head();

    Optional<AuditRow> row(long number);

    /// Newest first, numbers below `before` ([Long#MAX_VALUE] for the newest page).
    List<AuditRow> page(EventFilter filter, long before, int limit);

    /// From the other end: numbers above `after` (0 for the oldest page), those nearest to it; newest first all the same.
    List<AuditRow> pageAfter(EventFilter filter, long after, int limit);

    /// The newest event of one of these names about this resource that was not refused.
    Optional<AuditRow> newestAllowed(String resource, Set<String> names);

    long count(EventFilter filter);

    /// One bucket per `width` from `from`, empty ones included, at most 2,000.
    List<Bucket> histogram(EventFilter filter, Instant from, Instant until, Duration width);

    /// How often what was done, allowed calls only, in whole months of UTC. Each event counts once: for the last key it
    /// names, or for no key.
    ///
    /// @param names of operations
    /// @param last included
    List<MonthlyUse> monthlyUse(Set<String> names, YearMonth first, YearMonth last);

    /// What occurs, `most` of each, the most frequent first.
    Attributes attributes(int most);

    /// What the rows from number `from` on tell of the clock, without reading the rows themselves.
    ///
    /// @param start the latest time before them, if there is one
    /// @param rest how much later than all before it a row may be
    Times times(long from, Optional<Instant> start, Duration rest);

    /// Oldest first, from number `from`; rows are handed over one at a time, unverified.
    ///
    /// @throws MalformedRecordException at a row whose body cannot be read
    void scan(long from, Consumer<AuditRow> each);

    /// The same as they are stored, for verifying: bodies may be unreadable and columns may lie.
    ///
    /// @param last the last number wanted
    void scanStored(long from, long last, Consumer<StoredRow> each);

    /// Oldest first.
    List<Checkpoint> checkpoints();

    /// To the millisecond.
    ///
    /// @param latest of these rows and the start; empty if there is neither
    /// @param gap the first one found
    record Times(Optional<Instant> latest, Optional<Gap> gap) {}

    /// @param last the latest time before the gap
    /// @param next the time of the first row after it
    record Gap(Instant last, Instant next) {}

    /// @param key its ARN; empty for what concerns no key
    record MonthlyUse(YearMonth month, String key, String name, long count) {}

    /// @param principals ARNs
    /// @param keys ARNs
    record Attributes(List<String> names, List<String> principals, List<String> sources, List<String> keys) {
        public Attributes {
            names = List.copyOf(names);
            principals = List.copyOf(principals);
            sources = List.copyOf(sources);
            keys = List.copyOf(keys);
        }
    }

    /// @param use of keys, apart from `reads`, which only looked at something
    /// @param denied calls, counted nowhere else
    record Bucket(Instant start, long use, long administration, long denied, long reads) {}
}
