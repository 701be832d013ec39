package app.keyhold.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private int collections;
    private final Housekeeping housekeeping = new Housekeeping(() -> now, () -> collections++);

    @Test
    void nothingIsDoneWhileSomebodyIsAtTheWindow() {
        for (int i = 0; i < 20; i++) {
            housekeeping.used();
            lookAfter(9);
        }
        assertThat(collections).isZero();
    }

    @Test
    void onceAfterEachUseIsEnough() {
        lookAfter(10);
        lookAfter(3600);
        assertThat(collections).isEqualTo(1);

        housekeeping.used();
        lookAfter(10);
        assertThat(collections).isEqualTo(2);
    }

    @Test
    void shortPausesAreNotAllTaken() {
        lookAfter(10);
        housekeeping.used();
        lookAfter(15);
        assertThat(collections).isEqualTo(1);

        lookAfter(50);
        assertThat(collections).isEqualTo(2);
    }

    private void lookAfter(int seconds) {
        now = now.plusSeconds(seconds);
        housekeeping.look();
    }
}
