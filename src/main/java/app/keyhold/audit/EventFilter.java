package app.keyhold.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Which events to show; an empty part does not narrow.
///
/// @param from inclusive
/// @param until exclusive
/// @param resources ARNs
/// @param principals ARNs
/// @param sources services, as CloudTrail's event source: `kms.amazonaws.com`
/// @param text found anywhere in name, principal, resource or error
/// @param hideReads leaves out what only looked and was allowed to
public record EventFilter(
        Optional<Instant> from,
        Optional<Instant> until,
        Set<String> resources,
        Set<String> principals,
        Set<String> names,
        Set<String> sources,
        Optional<Result> result,
        Optional<String> text,
        boolean hideReads) {
    public static final EventFilter ALL = new EventFilter(
            Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

    /// From any source, reads included.
    public EventFilter(
            Optional<Instant> from,
            Optional<Instant> until,
            Set<String> resources,
            Set<String> principals,
            Set<String> names,
            Optional<Result> result,
            Optional<String> text) {
        this(from, until, resources, principals, names, Set.of(), result, text, false);
    }

    public EventFilter {
        resources = Set.copyOf(resources);
        principals = Set.copyOf(principals);
        names = Set.copyOf(names);
        sources = Set.copyOf(sources);
    }

    /// ALLOWED: succeeded. DENIED: AccessDeniedException. FAILED: refused for any other reason.
    public enum Result {
        ALLOWED,
        DENIED,
        FAILED
    }

    public EventFilter between(Instant start, Instant end) {
        return new EventFilter(Optional.of(start), Optional.of(end), resources, principals, names, sources, result, text, hideReads);
    }

    public EventFilter hidingReads(boolean hidden) {
        return new EventFilter(from, until, resources, principals, names, sources, result, text, hidden);
    }
}
