package app.keyhold.kms.operation.screen;

import app.keyhold.audit.EventFilter;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.operation.screen.LookupEvents.Result;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A page of the audit timeline from its other end, which [LookupEvents] does not reach but page by page: the events that come
/// next after one. Newest first, too.
public final class QueryEventsAfter extends ScreenOperation<QueryEventsAfter.Request, QueryEventsAfter.Response> {
    /// What is asked for is as in [LookupEvents.Request].
    ///
    /// @param after only rows with a higher number; 0 for the oldest page
    public record Request(
            @Required String screenSession,
            Optional<Instant> from,
            Optional<Instant> until,
            List<String> keys,
            List<String> principals,
            List<String> names,
            List<String> sources,
            @OneOf(Result.class) Optional<String> result,
            Optional<String> text,
            Optional<Boolean> hideReads,
            long after,
            @Range(min = 1, max = 1000) int limit)
            implements KmsRequest<Response>, ScreenQuery, EventFilters.Narrowed {}

    public record Response(List<Event> events) {}

    public QueryEventsAfter() {
        super(Request.class, "cloudtrail.amazonaws.com", "cloudtrail:LookupEvents");
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        EventFilter filter = EventFilters.of(view, request.from(), request.until(), request);
        var cards = new EventCards(view);
        return Prepared.answer(new Response(view.audit().pageAfter(filter, request.after(), request.limit()).stream()
                .map(cards::card)
                .toList()));
    }
}
