package app.keyhold.kms.key;

import java.time.Instant;
import java.util.Optional;

/// A key's rotation settings.
///
/// @param next when the next automatic rotation falls due; empty if automatic rotation is off
/// @param onDemandCount on-demand rotations so far, of [#MAX_ON_DEMAND]
public record Rotation(Optional<Instant> next, int periodInDays, int onDemandCount) {
    public static final int DEFAULT_PERIOD = 365;
    public static final int MAX_ON_DEMAND = 25;
    public static final Rotation OFF = new Rotation(Optional.empty(), DEFAULT_PERIOD, 0);

    public boolean isEnabled() {
        return next.isPresent();
    }
}
