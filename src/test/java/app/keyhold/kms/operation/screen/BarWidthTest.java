package app.keyhold.kms.operation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarWidthTest {
    @ParameterizedTest
    @CsvSource({"PT1M, 60, PT1S", "PT1H, 60, PT1M", "PT24H, 100, PT15M", "P30D, 30, P1D", "P31D, 30, P2D", "P365D, 10, P56D"})
    void isTheNextOneAPersonCanName(Duration span, int wanted, Duration width) {
        assertThat(BarWidth.of(span, wanted)).isEqualTo(width);
    }

    @Test
    void barsStartAtWholeWidths() {
        assertThat(BarWidth.startOfBar(Instant.parse("2026-03-01T12:34:56Z"), Duration.ofHours(6)))
                .isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }
}
