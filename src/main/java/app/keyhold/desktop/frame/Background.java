package app.keyhold.desktop.frame;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// The one way work leaves the FX thread: a virtual thread a task, answers back on the FX thread.
public final class Background implements AutoCloseable {
    private final Executor workers;
    private final Executor screen;
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();

    /// @param workers where work runs
    /// @param screen where answers arrive; a model's test gives `Runnable::run` for both
    public Background(Executor workers, Executor screen) {
        this.workers = workers;
        this.screen = screen;
    }

    public static Background onFxThread() {
        return new Background(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater);
    }

    /// Runs `work` and hands its result to `done`, or what it threw to `failed`. Call on the FX thread. Does nothing once
    /// closed: a timer may tick once more after the window has gone.
    public <T> Work run(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        if (workers instanceof ExecutorService service && service.isShutdown()) {
            return () -> {};
        }
        running.set(running.get() + 1);
        var cancelled = new AtomicBoolean();
        workers.execute(() -> {
            Runnable answer;
            try {
                T result = work.call();
                answer = () -> done.accept(result);
            } catch (Exception | Error e) {
                answer = () -> failed.accept(e);
            }
            Runnable deliver = answer;
            screen.execute(() -> {
                running.set(running.get() - 1);
                if (!cancelled.get()) {
                    deliver.run();
                }
            });
        });
        return () -> cancelled.set(true);
    }

    /// Runs something on the FX thread, from any thread.
    public void onScreen(Runnable action) {
        screen.execute(action);
    }

    /// How many tasks have not answered yet.
    public ReadOnlyIntegerProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public BooleanBinding busy() {
        return running.greaterThan(0);
    }

    @Override
    public void close() {
        if (workers instanceof ExecutorService service) {
            service.shutdown();
        }
    }

    /// A task on its way.
    public interface Work {
        /// Its answer is dropped; the work itself runs to its end.
        void cancel();
    }
}
