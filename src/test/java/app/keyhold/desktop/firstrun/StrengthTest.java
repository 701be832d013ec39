package app.keyhold.desktop.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.vault.NewVault.KdfCost;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StrengthTest {
    @Test
    void overwritesWhatItMeasured() {
        char[] typed = "lantern quartz".toCharArray();
        Strength.of(typed);

        assertThat(typed).containsOnly('\0');
    }

    @Test
    void doesNotTakeAWordWithADigitForEnough() {
        assertThat(Strength.of("password1".toCharArray()).isEnough()).isFalse();
    }

    @Test
    void givesAdviceForAWeakOne() {
        assertThat(Strength.of("password1".toCharArray()).advice()).isNotBlank();
    }

    @Test
    void takesFourUnrelatedWordsForEnough() {
        assertThat(Strength.of("lantern quartz meadow violin".toCharArray()).isEnough()).isTrue();
    }

    @Test
    void keepsTheUsualCostWhereItIsFastEnough() {
        assertThat(Calibration.fit(KdfCost.DEFAULT, Duration.ofMillis(900)).cost()).isEqualTo(KdfCost.DEFAULT);
    }

    @Test
    void takesLessMemoryWhereTheUsualCostIsSlow() {
        assertThat(Calibration.fit(KdfCost.DEFAULT, Duration.ofSeconds(4)).cost().memoryKib()).isEqualTo(128 * 1024);
    }

    @Test
    void neverGoesBelowTheFloor() {
        assertThat(Calibration.fit(KdfCost.DEFAULT, Duration.ofMinutes(2)).cost()).isEqualTo(KdfCost.FLOOR);
    }
}
