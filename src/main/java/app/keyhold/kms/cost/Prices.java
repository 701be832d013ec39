package app.keyhold.kms.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;

/// What things cost. Amounts are exact decimals; a fraction of a month is rounded to a millionth.
///
/// @param currency `USD`
/// @param source where the prices are from, for a person
/// @param keyMonth for a customer key or replica, in proportion to the hours of the month
/// @param rotationMonth for each of a key's first `chargedRotations` rotations, from then on
/// @param freeRequests a month for the whole account
/// @param per10000 requests of each kind
/// @param free the kinds that free requests are taken off, in the order of the enum
public record Prices(
        String currency,
        String source,
        BigDecimal keyMonth,
        BigDecimal rotationMonth,
        int chargedRotations,
        long freeRequests,
        Map<RequestKind, BigDecimal> per10000,
        Set<RequestKind> free) {
    private static final int PLACES = 6;

    public Prices {
        per10000 = Map.copyOf(per10000);
        free = Set.copyOf(free);
        if (!per10000.keySet().containsAll(Set.of(RequestKind.values()))) {
            throw new IllegalArgumentException("A kind of request has no price");
        }
    }

    BigDecimal keys(CostMonth month, long hours) {
        return inProportion(keyMonth, month, hours);
    }

    BigDecimal rotations(CostMonth month, long hours) {
        return inProportion(rotationMonth, month, hours);
    }

    BigDecimal requests(RequestKind kind, long count) {
        return price(kind).multiply(BigDecimal.valueOf(count)).movePointLeft(4);
    }

    private BigDecimal price(RequestKind kind) {
        BigDecimal price = per10000.get(kind);
        if (price == null) {
            throw new IllegalStateException("No price for " + kind);
        }
        return price;
    }

    private static BigDecimal inProportion(BigDecimal price, CostMonth month, long hours) {
        return price.multiply(BigDecimal.valueOf(hours))
                .divide(BigDecimal.valueOf(month.hours()), PLACES, RoundingMode.HALF_EVEN);
    }
}
