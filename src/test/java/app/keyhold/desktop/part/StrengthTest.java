package app.keyhold.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;

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
}
