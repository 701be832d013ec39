package app.keyhold.store;

import java.time.Instant;

/// Times in columns: nanoseconds since 1970, so that what was put is what is read (until the year 2262).
final class Times {
    private static final long NANOS = 1_000_000_000L;

    private Times() {}

    static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    }

    /// For comparing: what lies outside the columns' years is later, or earlier, than anything in them.
    static long bound(Instant instant) {
        if (instant.isAfter(instant(Long.MAX_VALUE))) {
            return Long.MAX_VALUE;
        }
        return instant.isBefore(instant(Long.MIN_VALUE)) ? Long.MIN_VALUE : nanos(instant);
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }
}
