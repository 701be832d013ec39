package app.keyhold.kms.cost;

import app.keyhold.kms.cost.KeyCost.Subject;
import app.keyhold.kms.key.Key;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A month's cost of one or several keys, before it is told.
record Cost(
        long hours, BigDecimal storage, int chargedRotations, BigDecimal rotations, Map<RequestKind, Long> counts) {
    static final Cost NOTHING = ofRequests(Map.of());

    Cost {
        counts = Map.copyOf(counts);
    }

    static Cost ofRequests(Map<RequestKind, Long> counts) {
        return new Cost(0, BigDecimal.ZERO, 0, BigDecimal.ZERO, counts);
    }

    Cost and(Cost other) {
        Map<RequestKind, Long> sum = new EnumMap<>(RequestKind.class);
        sum.putAll(counts);
        other.counts.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new Cost(
                hours + other.hours,
                storage.add(other.storage),
                chargedRotations + other.chargedRotations,
                rotations.add(other.rotations),
                sum);
    }

    boolean isNothing() {
        return hours == 0 && counts.isEmpty();
    }

    BigDecimal requests(Prices prices) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<RequestKind, Long> count : counts.entrySet()) {
            sum = sum.add(prices.requests(count.getKey(), count.getValue()));
        }
        return sum;
    }

    /// In the order of the enum.
    List<RequestCost> requestCosts(Prices prices) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> new RequestCost(
                        count.getKey(), count.getValue(), Money.plain(prices.requests(count.getKey(), count.getValue()))))
                .toList();
    }

    KeyCost of(Prices prices, Subject subject, Optional<Key> key, List<String> aliases) {
        BigDecimal asked = requests(prices);
        return new KeyCost(
                subject,
                key.map(Key::id),
                aliases,
                key.map(Key::spec),
                key.map(Key::state),
                hours,
                Money.plain(storage),
                chargedRotations,
                Money.plain(rotations),
                requestCosts(prices),
                Money.plain(asked),
                Money.plain(storage.add(rotations).add(asked)));
    }
}
