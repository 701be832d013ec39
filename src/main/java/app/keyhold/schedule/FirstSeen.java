package app.keyhold.schedule;

import app.keyhold.kms.operation.schedule.QueryDue.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Since when this session has known of each date of what cannot be undone, by a clock nobody can set.
final class FirstSeen {
    private final Map<Entry, Long> nanos = new HashMap<>();

    /// Dates that are pending no more are forgotten.
    void note(List<Ending> pending, long now) {
        Set<Entry> current = new HashSet<>();
        for (Ending ending : pending) {
            Entry entry = entry(ending);
            current.add(entry);
            nanos.putIfAbsent(entry, now);
        }
        nanos.keySet().retainAll(current);
    }

    Duration since(Ending ending, long now) {
        return Duration.ofNanos(now - nanos.getOrDefault(entry(ending), now));
    }

    private static Entry entry(Ending ending) {
        return new Entry(ending.keyId(), ending.materialId(), ending.date());
    }

    private record Entry(String keyId, Optional<String> materialId, Instant date) {}
}
