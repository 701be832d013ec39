package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpeedometerTest {
    private static final long TENTH = 100_000_000;

    private final Speedometer speedometer = new Speedometer();
    private long nanos;
    private long bytes;

    @Test
    void saysNothingOfTheRestInTheFirstThreeSeconds() {
        run(29, 1000);

        assertThat(speedometer.pace(bytes, 1_000_000).remaining()).isEmpty();
    }

    @Test
    void saysHowLongTheRestTakesAtASteadySpeed() {
        run(50, 1000);

        var pace = speedometer.pace(bytes, bytes + 100_000);
        assertThat(pace.bytesPerSecond()).isCloseTo(10_000, within(1.0));
        assertThat(pace.remaining()).hasValue(Duration.ofSeconds(10));
    }

    @Test
    void fallsSilentWhenTheSpeedLeaps() {
        run(50, 1000);
        run(10, 20_000);

        assertThat(speedometer.pace(bytes, 1_000_000).remaining()).isEmpty();
    }

    @Test
    void followsANewSpeedWithinSomeSeconds() {
        run(100, 1000);
        run(200, 3000);

        assertThat(speedometer.pace(bytes, bytes).bytesPerSecond()).isCloseTo(30_000, within(500.0));
    }

    @Test
    void doesNotCountAPause() {
        run(50, 1000);
        speedometer.stop();
        nanos += 100 * TENTH;
        speedometer.start(nanos, bytes);
        run(5, 1000);

        assertThat(speedometer.pace(bytes, bytes).bytesPerSecond()).isCloseTo(10_000, within(1.0));
    }

    @Test
    void doesNotCountFilesThatWereSkipped() {
        run(50, 1000);
        bytes += 1_000_000;
        speedometer.ignore(1_000_000);
        run(5, 1000);

        assertThat(speedometer.pace(bytes, bytes).bytesPerSecond()).isCloseTo(10_000, within(1.0));
    }

    private void run(int tenths, int bytesEach) {
        if (nanos == 0) {
            speedometer.start(0, 0);
        }
        for (int i = 0; i < tenths; i++) {
            nanos += TENTH;
            bytes += bytesEach;
            speedometer.look(nanos, bytes);
        }
    }
}
