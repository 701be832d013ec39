package app.keyhold.kms.cost;

import java.math.BigDecimal;
import java.util.Map;

/// What a month's free requests come to.
record FreeRequests(long count, BigDecimal amount) {
    /// @param apply false for a part of the account: free requests belong to all of it
    static FreeRequests of(Prices prices, Map<RequestKind, Long> counts, boolean apply) {
        long left = apply ? prices.freeRequests() : 0;
        long taken = 0;
        BigDecimal amount = BigDecimal.ZERO;
        for (RequestKind kind : RequestKind.values()) {
            if (prices.free().contains(kind)) {
                long here = Math.min(left, counts.getOrDefault(kind, 0L));
                left -= here;
                taken += here;
                amount = amount.add(prices.requests(kind, here));
            }
        }
        return new FreeRequests(taken, amount);
    }
}
