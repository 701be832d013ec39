package app.keyhold.desktop.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.Test;

class AutoLockTest {
    private final List<AutoLock.Reason> locks = new ArrayList<>();
    private final SimpleIntegerProperty minutes = new SimpleIntegerProperty(5);
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final AutoLock autoLock = new AutoLock(() -> now, minutes, locks::add);

    @Test
    void locksAfterTheChosenTimeWithoutUse() {
        pass(Duration.ofMinutes(5));

        assertThat(locks).containsExactly(AutoLock.Reason.IDLE);
    }

    @Test
    void staysOpenWhileItIsUsed() {
        pass(Duration.ofMinutes(4));
        autoLock.used();
        pass(Duration.ofMinutes(4));

        assertThat(locks).isEmpty();
    }

    @Test
    void staysOpenWhileItIsHeldButNotOverASleep() {
        autoLock.hold(true);
        pass(Duration.ofMinutes(9));
        assertThat(locks).isEmpty();

        now = now.plus(Duration.ofHours(1));
        autoLock.tick();
        assertThat(locks).containsExactly(AutoLock.Reason.SLEPT);
    }

    @Test
    void countsDownToTheLock() {
        pass(Duration.ofSeconds(29));

        assertThat(autoLock.leftProperty().get()).isEqualTo(Duration.ofSeconds(271));
    }

    @Test
    void takesAGapBetweenTicksForSleep() {
        now = now.plus(Duration.ofMinutes(1));
        autoLock.tick();

        assertThat(locks).containsExactly(AutoLock.Reason.SLEPT);
    }

    @Test
    void takesAClockThatWentBackForSleep() {
        now = now.minus(Duration.ofHours(1));
        autoLock.tick();

        assertThat(locks).containsExactly(AutoLock.Reason.SLEPT);
    }

    @Test
    void neverLocksForIdlenessAtZeroMinutes() {
        minutes.set(0);
        pass(Duration.ofHours(2));

        assertThat(locks).isEmpty();
    }

    @Test
    void locksOnce() {
        pass(Duration.ofMinutes(7));

        assertThat(locks).hasSize(1);
    }

    private void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            now = now.plusSeconds(1);
            autoLock.tick();
        }
    }
}
