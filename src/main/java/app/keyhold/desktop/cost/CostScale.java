package app.keyhold.desktop.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/// A scale of money from nothing to a round amount above the dearest month.
///
/// @param step between two lines
record CostScale(BigDecimal step, int steps) {
    private static final int MOST_STEPS = 4;
    private static final List<BigDecimal> ROUND = List.of(new BigDecimal("1"), new BigDecimal("2"), new BigDecimal("5"), BigDecimal.TEN);

    static CostScale upTo(BigDecimal dearest) {
        if (dearest.signum() <= 0) {
            return new CostScale(BigDecimal.ONE, 1);
        }
        BigDecimal exact = dearest.divide(BigDecimal.valueOf(MOST_STEPS), 12, RoundingMode.CEILING);
        BigDecimal magnitude = BigDecimal.ONE.movePointRight(exact.precision() - exact.scale() - 1);
        BigDecimal step = ROUND.stream()
                .map(magnitude::multiply)
                .filter(round -> round.compareTo(exact) >= 0)
                .findFirst()
                .orElse(magnitude.multiply(BigDecimal.TEN));
        return new CostScale(step, dearest.divide(step, 0, RoundingMode.CEILING).intValueExact());
    }

    BigDecimal top() {
        return step.multiply(BigDecimal.valueOf(steps));
    }

    /// From nothing to the top.
    List<BigDecimal> lines() {
        return IntStream.rangeClosed(0, steps).mapToObj(at -> step.multiply(BigDecimal.valueOf(at))).toList();
    }

    /// Which part of the height an amount takes.
    double part(BigDecimal amount) {
        return amount.doubleValue() / top().doubleValue();
    }
}
