package app.keyhold.kms;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.store.MemoryRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReopeningTest {
    private final TurnedClock clock = new TurnedClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final ObservedStore store =
            new ObservedStore(new MemoryRegion(SmallVault.IDENTITY, _ -> new SmallVault.NoSignature()));

    @Test
    void asksNothingOfAStoreThatDidNotFail() {
        assertThat(new Reopening(store, clock).obstacle()).isEmpty();
        assertThat(store.reopened.get()).isZero();
    }

    @Test
    void aDiskThatDoesNotAnswerHoldsNobodyUpAndIsAskedOnce() throws Exception {
        var answers = new CountDownLatch(1);
        store.onReopen = () -> WriterTest.await(answers);
        var reopening = new Reopening(store, clock, Duration.ZERO);

        reopening.begin();
        assertThat(reopening.obstacle()).hasValueSatisfying(found -> assertThat(found)
                .hasMessage("The disk does not answer"));
        clock.turn(Duration.ofMinutes(1));
        assertThat(reopening.obstacle()).isPresent();
        assertThat(store.reopened.get()).isLessThanOrEqualTo(1);

        answers.countDown();
        while (reopening.obstacle().isPresent()) {
            Thread.onSpinWait();
        }
        assertThat(store.reopened.get()).isEqualTo(1);
    }

    @Test
    void aClockTurnedBackDoesNotKeepItClosed() {
        store.onReopen = () -> {
            throw new StoreException(StoreException.Kind.DAMAGED, "gone");
        };
        var reopening = new Reopening(store, clock);
        reopening.begin();
        assertThat(reopening.obstacle()).isPresent();

        store.onReopen = () -> {};
        clock.turn(Duration.ofDays(-1));
        assertThat(reopening.obstacle()).isEmpty();
    }
}
