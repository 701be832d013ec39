package app.keyhold.kms.cost;

import app.keyhold.crypto.KeySpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a customer key's price depends on.
///
/// @param until from then on nothing is charged: its deletion was scheduled and not cancelled. Time spent pending before
///     a cancellation is charged like any other
/// @param rotations when it rotated, oldest first
record KeyHistory(String arn, KeySpec spec, Instant created, Optional<Instant> until, List<Instant> rotations) {
    KeyHistory {
        rotations = List.copyOf(rotations);
    }

    long hours(CostMonth month, Instant now) {
        return month.hoursBetween(created, end(now));
    }

    /// Hours of the month, added up over the first rotations.
    long rotationHours(CostMonth month, Instant now, int charged) {
        return rotations.stream()
                .limit(charged)
                .mapToLong(rotation -> month.hoursBetween(rotation, end(now)))
                .sum();
    }

    /// How many rotations add to the price in this month.
    int chargedRotations(CostMonth month, Instant now, int charged) {
        return (int) rotations.stream()
                .limit(charged)
                .filter(rotation -> month.hoursBetween(rotation, end(now)) > 0)
                .count();
    }

    private Instant end(Instant now) {
        return until.filter(now::isAfter).orElse(now);
    }
}
