package app.keyhold.kms.operation.schedule;

import app.keyhold.audit.AuditTrail;
import app.keyhold.kms.View;
import app.keyhold.kms.operation.schedule.QueryDue.ClockDoubt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the chain tells of the clock since somebody last vouched for it. Looking at the newest row alone would not do:
/// the rows of an unlock under a wrong clock carry the wrong time themselves.
///
/// @param upTo the newest row looked at
/// @param newest the latest time seen; empty for an empty chain
/// @param jump a gap between two rows that only a clock set forward, or a long rest, leaves
record ClockTrail(long upTo, long rowsSinceWitness, Optional<Instant> newest, Optional<ClockDoubt> jump) {
    static final String SETTING = "schedule-clock-witness";
    static final Duration LONGEST_REST = Duration.ofDays(30);
    /// What network time may correct unnoticed.
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    static ClockTrail of(View view) {
        Optional<Witness> witness = view.setting(SETTING).map(Witness::parse);
        long from = witness.map(Witness::row).orElse(0L);
        AuditTrail audit = view.audit();
        long head = audit.head().number();
        var times = audit.times(from + 1, witness.map(Witness::time), LONGEST_REST);
        return new ClockTrail(
                head,
                head - from,
                times.latest(),
                times.gap().map(gap -> new ClockDoubt(true, gap.last(), gap.next())));
    }

    /// Whether `now` does not follow from what the chain shows.
    Optional<ClockDoubt> doubt(Instant now) {
        if (jump.isPresent()) {
            return jump;
        }
        return newest.flatMap(seen -> {
            boolean ahead = now.isAfter(seen.plus(LONGEST_REST));
            boolean behind = now.isBefore(seen.minus(TOLERANCE));
            return ahead || behind ? Optional.of(new ClockDoubt(ahead, seen, now)) : Optional.empty();
        });
    }

    /// @param row the newest row when somebody, or a steady clock, vouched for the date
    record Witness(long row, Instant time) {
        static Witness parse(String text) {
            String[] parts = text.split(" ", 2);
            return new Witness(Long.parseLong(parts[0]), Instant.parse(parts[1]));
        }

        String text() {
            return row + " " + time;
        }
    }
}
