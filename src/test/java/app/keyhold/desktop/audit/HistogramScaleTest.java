package app.keyhold.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.audit.HistogramScale.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramScaleTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    private static HistogramScale over(Duration length) {
        return new HistogramScale(new TimeRange(START, START.plus(length)), 960);
    }

    @Test
    void aMomentComesBackFromItsPlace() {
        HistogramScale scale = over(Duration.ofDays(3));
        Instant time = START.plus(Duration.ofHours(31));
        assertThat(scale.time(scale.x(time))).isEqualTo(time);
    }

    @Test
    void threeDaysAreLabelledByTheirNames() {
        assertThat(over(Duration.ofDays(3)).ticks(ZoneOffset.UTC)).extracting(Tick::label).containsExactly("Fri 20", "Sat 21", "Sun 22");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 24, 168, 720, 8760, 87600})
    void labelsNeverCrowd(long hours) {
        assertThat(over(Duration.ofHours(hours)).ticks(ZoneOffset.UTC)).hasSizeBetween(1, 11);
    }

    @Test
    void aRangeIsMovedInsideRatherThanCut() {
        TimeRange outer = new TimeRange(START, START.plus(Duration.ofDays(2)));
        TimeRange inner = new TimeRange(START.minus(Duration.ofHours(5)), START.plus(Duration.ofHours(1)));
        assertThat(inner.within(outer)).isEqualTo(new TimeRange(START, START.plus(Duration.ofHours(6))));
    }

    @Test
    void barsAreProportionsOfTheHighest() {
        BarHeight heights = BarHeight.over(List.of(20L, 40L, 0L, 80L));
        assertThat(heights.byRoot()).isFalse();
        assertThat(heights.of(40, 100)).isEqualTo(50.0);
        assertThat(heights.of(0, 100)).isZero();
    }

    @Test
    void oneBusyHourDoesNotFlattenTheRest() {
        BarHeight heights = BarHeight.over(List.of(1L, 1L, 10_000L));
        assertThat(heights.byRoot()).isTrue();
        assertThat(heights.of(1, 100)).isEqualTo(1.0);
        assertThat(heights.of(10_000, 100)).isEqualTo(100.0);
    }
}
