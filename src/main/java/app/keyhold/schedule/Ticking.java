package app.keyhold.schedule;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Repeats a schedule's look at what is due while a vault is open.
public final class Ticking implements AutoCloseable {
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("keyhold-schedule").factory());

    /// @param told gets every report; on the schedule's own thread
    /// @param troubled gets what kept a look from happening; the next one is tried all the same
    public Ticking(Schedule schedule, Duration every, Consumer<Report> told, Consumer<RuntimeException> troubled) {
        clockwork.scheduleWithFixedDelay(
                () -> {
                    try {
                        told.accept(schedule.catchUp());
                    } catch (RuntimeException trouble) {
                        troubled.accept(trouble);
                    }
                },
                every.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /// Waits for a look that is under way, so that nothing calls the door while it locks.
    @Override
    public void close() {
        clockwork.close();
    }
}
