package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class SlotsTest {
    private final Slots slots = new Slots(4);

    @Test
    void areTakenUntilNoneIsLeft() throws Exception {
        slots.take(3);
        var more = taking(2, 2);
        assertThat(more).isNotDone();

        slots.giveBack(1);

        more.get(5, TimeUnit.SECONDS);
    }

    @Test
    void waitForAWaveWhereThereAreTooFew() throws Exception {
        slots.take(4);
        var wave = taking(1, 3);
        slots.giveBack(1);
        slots.giveBack(1);
        assertThat(wave).isNotDone();

        slots.giveBack(1);
        wave.get(5, TimeUnit.SECONDS);

        slots.take(2, 3);
    }

    @Test
    void serveWhoeverCameFirstHoweverMuchTheyWant() throws Exception {
        slots.take(4);
        var large = taking(4, 4);
        var small = taking(1, 1);
        slots.giveBack(3);
        assertThat(small).isNotDone();

        slots.giveBack(1);
        large.get(5, TimeUnit.SECONDS);
        assertThat(small).isNotDone();
        slots.giveBack(4);

        small.get(5, TimeUnit.SECONDS);
    }

    @Test
    void goToTheNextWhereSomebodyGivesUp() throws Exception {
        slots.take(3);
        var large = new CompletableFuture<Void>();
        var impatient = Thread.ofPlatform().start(() -> take(4, 4, large));
        awaitWaiting(impatient);
        var small = taking(1, 1);

        impatient.interrupt();

        small.get(5, TimeUnit.SECONDS);
        // The next is let in before the one that gave up has said so.
        impatient.join();
        assertThat(large).isCompletedExceptionally();
    }

    private CompletableFuture<Void> taking(int count, int many) {
        var done = new CompletableFuture<Void>();
        awaitWaitingOrDone(Thread.ofPlatform().daemon().start(() -> take(count, many, done)));
        return done;
    }

    private void take(int count, int many, CompletableFuture<Void> done) {
        try {
            slots.take(count, many);
            done.complete(null);
        } catch (InterruptedException gaveUp) {
            done.completeExceptionally(gaveUp);
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void awaitWaitingOrDone(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }
}
