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
/// @param text found anywhere in name, principal, resource or error
public record EventFilter(
        Optional<Instant> from,
        Optional<Instant> until,
        Set<String> resources,
        Set<String> principals,
        Set<String> names,
        Optional<Result> result,
        Optional<String> text) {
    public static final EventFilter ALL = new EventFilter(
            Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

    public EventFilter {
        resources = Set.copyOf(resources);
        principals = Set.copyOf(principals);
        names = Set.copyOf(names);
    }

    /// ALLOWED: succeeded. DENIED: AccessDeniedException. FAILED: refused for any other reason.
    public enum Result {
        ALLOWED,
        DENIED,
        FAILED
    }

    public EventFilter between(Instant start, Instant end) {
        return new EventFilter(Optional.of(start), Optional.of(end), resources, principals, names, result, text);
    }
}
