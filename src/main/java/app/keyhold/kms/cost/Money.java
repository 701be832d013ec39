package app.keyhold.kms.cost;

import java.math.BigDecimal;

/// Amounts as they are told: exact, with two decimals at least.
final class Money {
    private static final int CENTS = 2;

    private Money() {}

    static BigDecimal plain(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.scale() < CENTS ? shortest.setScale(CENTS) : shortest;
    }
}
