package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RoundsTest {
    private static final int MANY = 200;

    private final Rounds rounds = new Rounds();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger run = new AtomicInteger();

    @AfterEach
    void end() {
        goOn.countDown();
        threads.close();
    }

    @Test
    void oneRoundServesAllWhoCameWhileAnotherRan() throws Exception {
        Future<Boolean> first = threads.submit(() -> rounds.await(this::untilTold));
        begun.await();
        List<Future<Boolean>> others = waiting(() -> {
            run.incrementAndGet();
            return true;
        });
        goOn.countDown();

        assertThat(first.get()).isTrue();
        for (var other : others) {
            assertThat(other.get()).isTrue();
        }
        assertThat(run).hasValue(1);
    }

    @Test
    void whoComesLateIsNotServedByWhatHasBegun() throws Exception {
        threads.submit(() -> rounds.await(this::untilTold));
        begun.await();
        Future<Boolean> late = waiting(() -> true).getFirst();

        assertThat(late.isDone()).isFalse();
        goOn.countDown();
        assertThat(late.get()).isTrue();
    }

    @Test
    void aRoundThatServedNobodyTellsEachOfThem() throws Exception {
        threads.submit(() -> rounds.await(this::untilTold));
        begun.await();
        List<Future<Boolean>> others = waiting(() -> false);
        goOn.countDown();

        for (var other : others) {
            assertThat(other.get()).isFalse();
        }
        assertThat(rounds.await(() -> true)).isTrue();
    }

    @Test
    void whatWentWrongIsThrownOnceAndTheNextRoundGoesOn() throws Exception {
        threads.submit(() -> rounds.await(this::untilTold));
        begun.await();
        List<Future<Boolean>> others = waiting(() -> {
            throw new IOException("the disk");
        });
        goOn.countDown();

        int thrown = 0;
        for (var other : others) {
            try {
                assertThat(other.get()).isFalse();
            } catch (ExecutionException failed) {
                thrown++;
            }
        }
        assertThat(thrown).isEqualTo(1);
        assertThat(rounds.await(() -> true)).isTrue();
    }

    @Test
    void throwsWhatItsOwnWorkThrew() {
        assertThatThrownBy(() -> rounds.await(() -> {
                    throw new IOException("the disk");
                }))
                .hasMessage("the disk");
    }

    private boolean untilTold() throws IOException {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException ended) {
            throw new IOException(ended);
        }
        return true;
    }

    /// So many who have come.
    private List<Future<Boolean>> waiting(Rounds.Work work) throws InterruptedException {
        List<Future<Boolean>> all = new ArrayList<>();
        var callers = new ArrayList<Thread>();
        for (int i = 0; i < MANY; i++) {
            var task = new FutureTask<>(() -> rounds.await(work));
            all.add(task);
            callers.add(Thread.ofPlatform().daemon().start(task));
        }
        for (var caller : callers) {
            while (caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        return all;
    }
}
