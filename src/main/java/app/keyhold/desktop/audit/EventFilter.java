package app.keyhold.desktop.audit;

import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.operation.screen.LookupEvents.Result;
import app.keyhold.kms.operation.screen.QueryEventsAfter;
import app.keyhold.kms.operation.screen.QueryHistogram;
import java.util.List;
import java.util.Optional;

/// Which events the timeline shows besides their time; empty parts mean any.
///
/// @param reads whether what only looked, and was allowed to, is shown too. Whoever asks for an operation by name is
///     shown it in any case.
public record EventFilter(
        Optional<Result> result,
        List<Named> keys,
        List<Named> principals,
        List<String> operations,
        List<String> sources,
        String text,
        boolean reads) {
    /// What stands when nobody has chosen anything: everything but reads, which screens leave by being looked at.
    public static final EventFilter NONE = new EventFilter(Optional.empty(), List.of(), List.of(), List.of(), List.of(), "", false);

    /// Something chosen by id that is shown by name.
    public record Named(String id, String name) {}

    public EventFilter {
        keys = List.copyOf(keys);
        principals = List.copyOf(principals);
        operations = List.copyOf(operations);
        sources = List.copyOf(sources);
    }

    /// Everything on the same keys, by whomever; where there is none, everything by the same principal.
    static EventFilter relatedTo(Event event) {
        EventFilter like = like(event);
        return like.keys.isEmpty()
                ? NONE.withPrincipals(like.principals).withReads(true)
                : NONE.withKeys(like.keys).withReads(true);
    }

    /// Events by the same principal, with the same operation, on the same keys.
    public static EventFilter like(Event event) {
        List<Named> keys = java.util.stream.IntStream.range(0, event.resources().size())
                .mapToObj(at -> new Named(event.resources().get(at), nameAt(event, at)))
                .toList();
        return NONE.withKeys(keys)
                .withPrincipals(List.of(new Named(event.principalArn(), event.principalName())))
                .withOperations(List.of(event.name()));
    }

    private static String nameAt(Event event, int at) {
        return at < event.keyNames().size() ? event.keyNames().get(at) : event.resources().get(at);
    }

    public EventFilter withResult(Optional<Result> now) {
        return new EventFilter(now, keys, principals, operations, sources, text, reads);
    }

    public EventFilter withKeys(List<Named> now) {
        return new EventFilter(result, now, principals, operations, sources, text, reads);
    }

    public EventFilter withPrincipals(List<Named> now) {
        return new EventFilter(result, keys, now, operations, sources, text, reads);
    }

    public EventFilter withOperations(List<String> now) {
        return new EventFilter(result, keys, principals, now, sources, text, reads);
    }

    public EventFilter withSources(List<String> now) {
        return new EventFilter(result, keys, principals, operations, now, text, reads);
    }

    public EventFilter withText(String now) {
        return new EventFilter(result, keys, principals, operations, sources, now, reads);
    }

    public EventFilter withReads(boolean now) {
        return new EventFilter(result, keys, principals, operations, sources, text, now);
    }

    public boolean hidesReads() {
        return !reads && operations.isEmpty();
    }

    /// How many things are asked for; showing reads asks for nothing.
    int parts() {
        return (int) result.stream().count()
                + keys.size()
                + principals.size()
                + operations.size()
                + sources.size()
                + (int) words().stream().count();
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /// @param before only events with a lower number
    public LookupEvents.Request page(String screenSession, TimeRange range, Optional<Long> before, int limit) {
        return new LookupEvents.Request(
                screenSession,
                Optional.of(range.from()),
                Optional.of(range.until()),
                ids(keys),
                ids(principals),
                operations,
                sources,
                result.map(Result::name),
                words(),
                Optional.of(hidesReads()),
                before,
                limit);
    }

    /// @param after only events with a higher number, the oldest of them
    QueryEventsAfter.Request pageAfter(String screenSession, TimeRange range, long after, int limit) {
        return new QueryEventsAfter.Request(
                screenSession,
                Optional.of(range.from()),
                Optional.of(range.until()),
                ids(keys),
                ids(principals),
                operations,
                sources,
                result.map(Result::name),
                words(),
                Optional.of(hidesReads()),
                after,
                limit);
    }

    public QueryHistogram.Request histogram(String screenSession, TimeRange range, int buckets) {
        return new QueryHistogram.Request(
                screenSession,
                range.from(),
                range.until(),
                ids(keys),
                ids(principals),
                operations,
                sources,
                result.map(Result::name),
                words(),
                Optional.of(hidesReads()),
                buckets);
    }

    private Optional<String> words() {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }

    private static List<String> ids(List<Named> chosen) {
        return chosen.stream().map(Named::id).toList();
    }
}
