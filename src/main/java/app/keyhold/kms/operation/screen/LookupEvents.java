package app.keyhold.kms.operation.screen;

import app.keyhold.audit.EventFilter;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A page of the audit timeline, newest first. Whoever may look at it sees all of it, as with AWS CloudTrail.
public final class LookupEvents extends ScreenOperation<LookupEvents.Request, LookupEvents.Response> {
    /// @param from inclusive
    /// @param until exclusive
    /// @param keys key ids, ARNs or alias names; empty means any
    /// @param principals ARNs; empty means any
    /// @param names operation names; empty means any
    /// @param sources services: `kms.amazonaws.com`; empty means any
    /// @param hideReads leaves out what only looked and was allowed to: most of it is screens and scripts looking around
    /// @param before only rows with a lower number; empty for the newest page
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
            Optional<Long> before,
            @Range(min = 1, max = 1000) int limit)
            implements KmsRequest<Response>, ScreenQuery, EventFilters.Narrowed {
        /// From any source.
        public Request(
                String screenSession,
                Optional<Instant> from,
                Optional<Instant> until,
                List<String> keys,
                List<String> principals,
                List<String> names,
                Optional<String> result,
                Optional<String> text,
                Optional<Boolean> hideReads,
                Optional<Long> before,
                int limit) {
            this(screenSession, from, until, keys, principals, names, List.of(), result, text, hideReads, before, limit);
        }

        /// From any source, reads included.
        public Request(
                String screenSession,
                Optional<Instant> from,
                Optional<Instant> until,
                List<String> keys,
                List<String> principals,
                List<String> names,
                Optional<String> result,
                Optional<String> text,
                Optional<Long> before,
                int limit) {
            this(screenSession, from, until, keys, principals, names, result, text, Optional.empty(), before, limit);
        }
    }

    /// @param total how many rows match, over all pages
    public record Response(List<Event> events, long total) {}

    /// ALLOWED: succeeded. DENIED: no policy allowed it. FAILED: refused for any other reason.
    public enum Result {
        ALLOWED,
        DENIED,
        FAILED
    }

    public enum Effect {
        READ,
        USE,
        ADMINISTRATION
    }

    /// @param reasons why it was allowed or denied, a sentence each
    /// @param keyNames what to call the resources: an alias where there is one, else the ARN's last part
    /// @param facts request parameters and additional data, flattened: `encryptionContext.run` -> `2026-11`
    /// @param cloudTrail the record in CloudTrail's form, as plain maps, lists, strings, numbers, booleans and null
    /// @param body the canonical bytes that `hash` covers (formats.md)
    public record Event(
            long number,
            Instant time,
            String name,
            String source,
            Effect effect,
            Result result,
            Optional<String> errorCode,
            Optional<String> errorMessage,
            String principalArn,
            String principalName,
            Optional<String> via,
            String sourceAddress,
            List<String> resources,
            List<String> keyNames,
            Optional<String> keyMaterialId,
            List<String> reasons,
            SortedMap<String, String> facts,
            Map<String, @Nullable Object> cloudTrail,
            String previousHash,
            String hash,
            Blob body) {}

    public LookupEvents() {
        super(Request.class, "cloudtrail.amazonaws.com", "cloudtrail:LookupEvents");
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        EventFilter filter = EventFilters.of(view, request.from(), request.until(), request);
        var cards = new EventCards(view);
        List<Event> events =
                view.audit().page(filter, request.before().orElse(Long.MAX_VALUE), request.limit()).stream()
                        .map(cards::card)
                        .toList();
        return Prepared.answer(new Response(events, view.audit().count(filter)));
    }
}
