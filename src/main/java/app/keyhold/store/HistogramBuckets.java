package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.AuditTrail.Bucket;
import app.keyhold.audit.EventFilter.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// Counts by time and class, in milliseconds since 1970.
final class HistogramBuckets {
    static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);
    static final int MOST = 2_000;
    private static final int USE = 0;
    private static final int ADMINISTRATION = 1;
    private static final int DENIED = 2;
    private static final int READS = 3;
    private static final int CLASSES = 4;

    private final long from;
    private final long until;
    private final long width;
    private final long[][] counts;

    /// One bucket for everything.
    HistogramBuckets(Instant from, Instant until) {
        this.from = from.toEpochMilli();
        this.until = until.toEpochMilli();
        this.width = Long.MAX_VALUE;
        this.counts = new long[1][CLASSES];
    }

    /// @throws IllegalArgumentException unless `width` is positive and gives at most 2,000 buckets
    HistogramBuckets(Instant from, Instant until, Duration width) {
        this.from = from.toEpochMilli();
        this.until = until.toEpochMilli();
        this.width = width.toMillis();
        if (this.width <= 0 || this.until < this.from) {
            throw new IllegalArgumentException("A histogram runs forward in time");
        }
        long count = Math.ceilDiv(this.until - this.from, this.width);
        if (count > MOST) {
            throw new IllegalArgumentException(count + " buckets; at most " + MOST);
        }
        this.counts = new long[(int) count][CLASSES];
    }

    long first() {
        return from;
    }

    long last() {
        return until - 1;
    }

    long width() {
        return width;
    }

    /// Whether everything of this stretch falls into one and the same bucket.
    boolean holdsWhole(long start, long length) {
        long end = start + length - 1;
        return start >= from && end < until && (start - from) / width == (end - from) / width;
    }

    void add(long time, Effect effect, Result result, long count) {
        if (time >= from && time < until) {
            counts[(int) ((time - from) / width)][place(effect, result)] += count;
        }
    }

    long total() {
        long total = 0;
        for (long[] bucket : counts) {
            total += LongStream.of(bucket).sum();
        }
        return total;
    }

    List<Bucket> toList() {
        List<Bucket> buckets = new ArrayList<>(counts.length);
        for (int i = 0; i < counts.length; i++) {
            long[] of = counts[i];
            buckets.add(new Bucket(
                    Instant.ofEpochMilli(from + i * width), of[USE], of[ADMINISTRATION], of[DENIED], of[READS]));
        }
        return buckets;
    }

    private static int place(Effect effect, Result result) {
        if (result == Result.DENIED) {
            return DENIED;
        }
        return switch (effect) {
            case READ -> READS;
            case USE -> USE;
            case ADMINISTRATION -> ADMINISTRATION;
        };
    }
}
