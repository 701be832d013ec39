package app.keyhold.kms.operation.screen;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The audit timeline counted into bars, with the moments worth a marker.
public final class QueryHistogram {
    /// Filters as in [LookupEvents].
    ///
    /// @param buckets how many bars are wanted; the width is rounded up to one a person can name
    public record Request(
            @Required String screenSession,
            @Required Instant from,
            @Required Instant until,
            List<String> keys,
            List<String> principals,
            List<String> names,
            @OneOf(LookupEvents.Result.class) Optional<String> result,
            Optional<String> text,
            @Range(min = 1, max = 1000) int buckets)
            implements KmsRequest<Response>, ScreenQuery {}

    public record Response(Duration width, List<Bar> bars, List<Marker> markers, Optional<Instant> oldest) {}

    /// Denied calls are counted in `denied` alone.
    public record Bar(Instant start, long use, long administration, long denied) {}

    public record Marker(Instant time, MarkerKind kind, String text) {}

    public enum MarkerKind {
        ROTATION,
        DELETION,
        UNLOCK,
        CHECKPOINT
    }
}
