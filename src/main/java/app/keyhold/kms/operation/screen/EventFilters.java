package app.keyhold.kms.operation.screen;

import app.keyhold.audit.EventFilter;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the timeline's requests say, as the trail understands it.
final class EventFilters {
    private EventFilters() {}

    static EventFilter about(Key key) {
        return new EventFilter(
                Optional.empty(),
                Optional.empty(),
                Set.of(key.arn().toString()),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    /// What every question about the timeline can narrow, each request in its own record.
    interface Narrowed {
        List<String> keys();

        List<String> principals();

        List<String> names();

        List<String> sources();

        Optional<String> result();

        Optional<String> text();

        Optional<Boolean> hideReads();
    }

    static EventFilter of(View view, Optional<Instant> from, Optional<Instant> until, Narrowed asked) {
        return new EventFilter(
                from,
                until,
                asked.keys().stream().map(key -> arn(view, key)).collect(Collectors.toSet()),
                Set.copyOf(asked.principals()),
                Set.copyOf(asked.names()),
                Set.copyOf(asked.sources()),
                asked.result().map(EventFilter.Result::valueOf),
                asked.text().filter(given -> !given.isBlank()),
                asked.hideReads().orElse(false));
    }

    /// Also of keys that are gone: their events are still there.
    private static String arn(View view, String key) {
        if (key.startsWith("arn:")) {
            return key;
        }
        String id = key.startsWith(Alias.PREFIX)
                ? view.alias(key).map(Alias::targetKeyId).orElse(key)
                : key;
        return new KeyArn(view.region(), view.account(), id).toString();
    }
}
