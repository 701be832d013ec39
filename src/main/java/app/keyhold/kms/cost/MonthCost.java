package app.keyhold.kms.cost;

import java.math.BigDecimal;
import java.util.List;

/// What all keys together would cost in one month.
///
/// @param month `2026-11`, in UTC
/// @param complete false while the month is not over: what has come together so far
/// @param estimatedRequests before free requests are taken off
/// @param freeRequests how many were free
/// @param estimatedFree what those would have cost
/// @param estimatedTotal after free requests are taken off
public record MonthCost(
        String month,
        boolean complete,
        BigDecimal estimatedStorage,
        BigDecimal estimatedRotations,
        List<RequestCost> requests,
        BigDecimal estimatedRequests,
        long freeRequests,
        BigDecimal estimatedFree,
        BigDecimal estimatedTotal) {
    public MonthCost {
        requests = List.copyOf(requests);
    }
}
