package app.keyhold.desktop.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostScaleTest {
    @ParameterizedTest
    @CsvSource({"47.68, 20, 3", "3.07, 1, 4", "0.0031, 0.001, 4", "4, 1, 4", "1200, 500, 3", "0, 1, 1"})
    void linesStandAtRoundAmountsUpToAboveTheDearest(BigDecimal dearest, BigDecimal step, int steps) {
        CostScale scale = CostScale.upTo(dearest);

        assertThat(scale.step()).isEqualByComparingTo(step);
        assertThat(scale.steps()).isEqualTo(steps);
        assertThat(scale.top()).isGreaterThanOrEqualTo(dearest);
    }
}
