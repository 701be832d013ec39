package app.keyhold.kms.operation.screen;

import app.keyhold.audit.EventFilter;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The audit timeline counted into bars, with the moments worth a marker.
public final class QueryHistogram extends ScreenOperation<QueryHistogram.Request, QueryHistogram.Response> {
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
            List<String> sources,
            @OneOf(LookupEvents.Result.class) Optional<String> result,
            Optional<String> text,
            Optional<Boolean> hideReads,
            @Range(min = 1, max = 1000) int buckets)
            implements KmsRequest<Response>, ScreenQuery, EventFilters.Narrowed {
        /// From any source.
        public Request(
                String screenSession,
                Instant from,
                Instant until,
                List<String> keys,
                List<String> principals,
                List<String> names,
                Optional<String> result,
                Optional<String> text,
                Optional<Boolean> hideReads,
                int buckets) {
            this(screenSession, from, until, keys, principals, names, List.of(), result, text, hideReads, buckets);
        }

        /// From any source, reads included.
        public Request(
                String screenSession,
                Instant from,
                Instant until,
                List<String> keys,
                List<String> principals,
                List<String> names,
                Optional<String> result,
                Optional<String> text,
                int buckets) {
            this(screenSession, from, until, keys, principals, names, result, text, Optional.empty(), buckets);
        }
    }

    public record Response(Duration width, List<Bar> bars, List<Marker> markers, Optional<Instant> oldest) {}

    /// @param use of keys
    /// @param denied calls, counted nowhere else
    /// @param reads looking at keys, settings and the timeline itself, by screens too
    public record Bar(Instant start, long use, long administration, long denied, long reads) {}

    public record Marker(Instant time, MarkerKind kind, String text) {}

    public enum MarkerKind {
        ROTATION,
        DELETION,
        UNLOCK,
        CHECKPOINT
    }

    public QueryHistogram() {
        super(Request.class, "cloudtrail.amazonaws.com", "cloudtrail:LookupEvents");
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        if (!request.from().isBefore(request.until())) {
            throw new KmsException(Fault.ValidationException, "The time range is empty: from must be before until.");
        }
        EventFilter filter = EventFilters.of(view, Optional.of(request.from()), Optional.of(request.until()), request);
        Duration width = BarWidth.of(Duration.between(request.from(), request.until()), request.buckets());
        Instant start = BarWidth.startOfBar(request.from(), width);
        List<Bar> bars = view.audit().histogram(filter, start, request.until(), width).stream()
                .map(bucket -> new Bar(
                        bucket.start(), bucket.use(), bucket.administration(), bucket.denied(), bucket.reads()))
                .toList();
        return Prepared.answer(new Response(
                width,
                bars,
                Markers.between(view, request.from(), request.until()),
                view.audit().row(1).map(row -> row.event().time())));
    }
}
