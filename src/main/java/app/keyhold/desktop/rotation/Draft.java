package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Moments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Another period for a key that a person is trying out and has not set yet. A new period counts from the day it is set.
///
/// @param days [#SHORTEST] to [#LONGEST], as KMS has it
record Draft(Lane lane, int days, Instant next) {
    static final int SHORTEST = 90;
    static final int LONGEST = 2560;

    static Draft of(Lane lane, long days, Moments moments) {
        int held = Math.clamp(days, SHORTEST, LONGEST);
        return new Draft(lane, held, moments.now().plus(held, ChronoUnit.DAYS));
    }

    /// The draft that rotates at that moment, as near as the period allows.
    static Draft at(Lane lane, Instant next, Moments moments) {
        return of(lane, Math.round(ChronoUnit.HOURS.between(moments.now(), next) / 24.0), moments);
    }

    /// What begins where the key stands: its next rotation, or its period where it has none.
    static Draft from(Lane lane, Moments moments) {
        return lane.row()
                .next()
                .map(next -> at(lane, next, moments))
                .orElseGet(() -> of(lane, lane.row().periodInDays(), moments));
    }

    Draft moved(long by, Moments moments) {
        return of(lane, days + by, moments);
    }
}
