package app.keyhold.kms.cost;

import app.keyhold.audit.AuditTrail;
import app.keyhold.crypto.KeySpec;
import app.keyhold.kms.cost.KeyCost.Subject;
import app.keyhold.kms.key.Key;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The account of one Region: keys by the hour, rotations, requests.
///
/// Months are those of UTC. Keys that services manage are free, and so are requests under them.
public final class Ledger {
    private final Prices prices;
    private final Instant now;
    private final Map<String, Key> keys = new HashMap<>();
    private final List<KeyHistory> present = new ArrayList<>();
    private final List<KeyHistory> deleted;
    private final Requests requests;
    private final boolean whole;

    /// @param shown the keys whose cost may be told; what else there is stays out of every sum
    /// @param whole whether deleted keys and requests without a key belong to it, and free requests are taken off
    public Ledger(
            Prices prices,
            Instant now,
            AuditTrail trail,
            List<Key> shown,
            boolean whole,
            YearMonth first,
            YearMonth last) {
        this.prices = prices;
        this.now = now;
        this.whole = whole;
        var histories = new KeyHistories(trail);
        shown.stream().filter(key -> !key.isServiceManaged()).forEach(key -> {
            keys.put(key.arn().toString(), key);
            present.add(histories.of(key));
        });
        deleted = whole ? histories.ofDeleted() : List.of();
        var specs = new HashMap<String, KeySpec>();
        present.forEach(key -> specs.put(key.arn(), key.spec()));
        deleted.forEach(key -> specs.put(key.arn(), key.spec()));
        requests = new Requests(trail, first, last, arn -> Optional.ofNullable(specs.get(arn)));
    }

    /// Everything that costs something or was asked for in the month; keys in no order, then what belongs to no single
    /// key that is still there.
    ///
    /// @param aliases of a key by its id
    public List<KeyCost> keys(YearMonth month, Map<String, List<String>> aliases) {
        List<KeyCost> costs = new ArrayList<>();
        for (KeyHistory history : present) {
            Key key = keys.get(history.arn());
            Cost cost = cost(month, history);
            if (key != null && !cost.isNothing()) {
                costs.add(cost.of(
                        prices,
                        Subject.KEY,
                        Optional.of(key),
                        aliases.getOrDefault(key.id(), List.of())));
            }
        }
        for (Subject rest : List.of(Subject.DELETED_KEYS, Subject.NO_KEY)) {
            Cost cost = rest == Subject.NO_KEY ? withoutKey(month) : ofDeleted(month);
            if (!cost.isNothing()) {
                costs.add(cost.of(prices, rest, Optional.empty(), List.of()));
            }
        }
        return costs;
    }

    public MonthCost month(YearMonth month) {
        Cost all = ofDeleted(month).and(withoutKey(month));
        for (KeyHistory history : present) {
            all = all.and(cost(month, history));
        }
        var free = FreeRequests.of(prices, all.counts(), whole);
        BigDecimal asked = all.requests(prices);
        return new MonthCost(
                month.toString(),
                month.isBefore(CostMonth.of(now).month()),
                Money.plain(all.storage()),
                Money.plain(all.rotations()),
                all.requestCosts(prices),
                Money.plain(asked),
                free.count(),
                Money.plain(free.amount()),
                Money.plain(all.storage().add(all.rotations()).add(asked).subtract(free.amount())));
    }

    private Cost ofDeleted(YearMonth month) {
        Cost all = Cost.NOTHING;
        for (KeyHistory history : deleted) {
            all = all.and(cost(month, history));
        }
        return all;
    }

    private Cost withoutKey(YearMonth month) {
        return whole ? Cost.ofRequests(requests.of(month, Requests.NO_KEY)) : Cost.NOTHING;
    }

    private Cost cost(YearMonth month, KeyHistory history) {
        var calendar = new CostMonth(month);
        long hours = history.hours(calendar, now);
        int charged = history.chargedRotations(calendar, now, prices.chargedRotations());
        return new Cost(
                hours,
                prices.keys(calendar, hours),
                charged,
                prices.rotations(calendar, history.rotationHours(calendar, now, prices.chargedRotations())),
                requests.of(month, history.arn()));
    }
}
