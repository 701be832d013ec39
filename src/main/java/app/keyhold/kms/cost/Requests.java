package app.keyhold.kms.cost;

import app.keyhold.audit.AuditRow;
import app.keyhold.audit.AuditTrail;
import app.keyhold.audit.AuditTrail.MonthlyUse;
import app.keyhold.audit.Detail;
import app.keyhold.audit.EventFilter;
import app.keyhold.crypto.KeySpec;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Requests of each kind by month and key.
final class Requests {
    static final String NO_KEY = "";
    private static final int PAGE = 1_000;

    private record Slot(YearMonth month, String key) {}

    private final AuditTrail trail;
    private final Map<Slot, Map<RequestKind, Long>> counts = new HashMap<>();

    /// @param spec of a key by its ARN; empty leaves its requests out
    Requests(AuditTrail trail, YearMonth first, YearMonth last, Function<String, Optional<KeySpec>> spec) {
        this.trail = trail;
        for (MonthlyUse use : trail.monthlyUse(BilledRequests.NAMES, first, last)) {
            if (use.key().equals(NO_KEY)) {
                add(use.month(), NO_KEY, BilledRequests.kind(use.name(), Optional.empty()), use.count());
            } else {
                spec.apply(use.key()).ifPresent(found -> add(use, found));
            }
        }
    }

    Map<RequestKind, Long> of(YearMonth month, String key) {
        return counts.getOrDefault(new Slot(month, key), Map.of());
    }

    private void add(MonthlyUse use, KeySpec spec) {
        if (BilledRequests.KEY_PAIRS.contains(use.name())) {
            keyPairs(use);
        } else {
            add(use.month(), use.key(), BilledRequests.kind(use.name(), Optional.of(spec)), use.count());
        }
    }

    /// Which pairs were made stands in the events alone. Few make many: a pair takes its time.
    private void keyPairs(MonthlyUse use) {
        var month = new CostMonth(use.month());
        var filter = new EventFilter(
                Optional.of(month.start()),
                Optional.of(month.end()),
                Set.of(use.key()),
                Set.of(),
                Set.of(use.name()),
                Optional.of(EventFilter.Result.ALLOWED),
                Optional.empty());
        List<AuditRow> page = trail.page(filter, Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            page.forEach(row -> add(use.month(), use.key(), keyPair(row), 1));
            page = page.size() < PAGE ? List.of() : trail.page(filter, page.getLast().number(), PAGE);
        }
    }

    private static RequestKind keyPair(AuditRow row) {
        return BilledRequests.ofKeyPair(
                row.event().requestParameters().values().get("keyPairSpec") instanceof Detail.Text(String spec) ? spec : "");
    }

    private void add(YearMonth month, String key, RequestKind kind, long count) {
        counts.computeIfAbsent(new Slot(month, key), _ -> new EnumMap<>(RequestKind.class)).merge(kind, count, Long::sum);
    }
}
