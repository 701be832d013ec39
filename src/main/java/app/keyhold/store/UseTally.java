package app.keyhold.store;

import app.keyhold.audit.AuditTrail.MonthlyUse;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gathers how often what was done, by month, key and name.
final class UseTally {
    private static final String NO_KEY = "";
    private static final String OF_KEYS = ":key/";

    private record Slot(YearMonth month, String key, String name) {}

    private final Map<Slot, Long> counts = new HashMap<>();

    void add(YearMonth month, String key, String name, long count) {
        counts.merge(new Slot(month, key, name), count, Long::sum);
    }

    /// In order of month, key and name.
    List<MonthlyUse> toList() {
        List<MonthlyUse> uses = new ArrayList<>();
        counts.forEach((slot, count) -> uses.add(new MonthlyUse(slot.month(), slot.key(), slot.name(), count)));
        uses.sort(Comparator.comparing(MonthlyUse::month)
                .thenComparing(MonthlyUse::key)
                .thenComparing(MonthlyUse::name));
        return uses;
    }

    static boolean isKey(String arn) {
        return arn.contains(OF_KEYS);
    }

    /// The last key of an event: what a re-encryption ends up under, what an alias points to from then on.
    static String key(List<String> resources) {
        return resources.reversed().stream().filter(UseTally::isKey).findFirst().orElse(NO_KEY);
    }

    static YearMonth month(long millis) {
        return YearMonth.from(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    }
}
