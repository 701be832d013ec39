package app.keyhold.kms.cost;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/// A calendar month of UTC, in hours: what is kept for a part of an hour is kept for that hour.
record CostMonth(YearMonth month) {
    private static final long HOUR = 3_600_000;

    static CostMonth of(Instant time) {
        return new CostMonth(YearMonth.from(time.atOffset(ZoneOffset.UTC)));
    }

    Instant start() {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    Instant end() {
        return month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    long hours() {
        return month.lengthOfMonth() * 24L;
    }

    /// How many hours of this month lie between, those begun included.
    long hoursBetween(Instant from, Instant until) {
        long first = Math.max(from.toEpochMilli(), start().toEpochMilli());
        long last = Math.min(until.toEpochMilli(), end().toEpochMilli());
        return first < last ? Math.ceilDiv(last, HOUR) - Math.floorDiv(first, HOUR) : 0;
    }
}
