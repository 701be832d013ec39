package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.vault.NewVault.KdfCost;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KdfCalibrationTest {
    @Test
    void aFastComputerTakesTheUsualCost() {
        var calibration = KdfCalibration.measure(cost -> takes(cost, 160));

        assertThat(calibration.cost()).isEqualTo(KdfCost.DEFAULT);
        assertThat(calibration.unlock()).isEqualTo(Duration.ofMillis(640));
    }

    @Test
    void aSlowComputerTakesWhatIsBearable() {
        var calibration = KdfCalibration.measure(cost -> takes(cost, 800));

        assertThat(calibration.cost().memoryKib()).isEqualTo(128 * 1024);
        assertThat(calibration.unlock()).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void noComputerGoesBelowTheFloor() {
        assertThat(KdfCalibration.measure(cost -> takes(cost, 30_000)).cost()).isEqualTo(KdfCost.FLOOR);
    }

    private static Duration takes(KdfCost cost, long millisAtFloor) {
        return Duration.ofMillis(millisAtFloor * cost.memoryKib() / KdfCost.FLOOR.memoryKib());
    }
}
