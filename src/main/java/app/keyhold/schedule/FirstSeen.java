package app.keyhold.schedule;

import app.keyhold.kms.operation.schedule.QueryDue.Deletion;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Since when this session has known of each deletion date, by a clock nobody can set.
final class FirstSeen {
    private final Map<Entry, Long> nanos = new HashMap<>();

    /// Dates that are pending no more are forgotten.
    void note(List<Deletion> pending, long now) {
        Set<Entry> current = new HashSet<>();
        for (Deletion deletion : pending) {
            Entry entry = entry(deletion);
            current.add(entry);
            nanos.putIfAbsent(entry, now);
        }
        nanos.keySet().retainAll(current);
    }

    Duration since(Deletion deletion, long now) {
        return Duration.ofNanos(now - nanos.getOrDefault(entry(deletion), now));
    }

    private static Entry entry(Deletion deletion) {
        return new Entry(deletion.keyId(), deletion.date());
    }

    private record Entry(String keyId, Instant date) {}
}
