package app.keyhold.desktop.tour;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;

/// How long JavaFX's thread keeps others waiting: a heartbeat that is late by as much as the step before it took.
final class Stalls implements AutoCloseable {
    private static final int BEAT_MILLIS = 4;
    private static final int LOOK_MILLIS = 10;
    private static final int CALLS = 14;

    private final List<Stall> all = new ArrayList<>();
    private final Thread heart = Thread.ofPlatform().daemon().name("heartbeat").unstarted(this::beat);
    private volatile String at = "start";
    private volatile boolean beating = true;

    /// @param at the stop that was last arrived at
    /// @param collecting milliseconds of these in which the collector held everything up
    /// @param doing what the thread was at, one stack for each look at it, the innermost call first
    record Stall(String at, long millis, long collecting, List<List<StackTraceElement>> doing) {
        @Override
        public String toString() {
            return doing.stream().map(Stall::inBrief).collect(Collectors.joining("", millis + " ms after " + at + ", " + collecting + " of them collecting", ""));
        }

        /// The calls of one's own are few among those of the toolkit.
        private static String inBrief(List<StackTraceElement> stack) {
            return stack.stream()
                    .filter(call -> call == stack.getFirst() || call.getClassName().startsWith("app.keyhold."))
                    .limit(CALLS)
                    .map(call -> call.getClassName().replaceFirst("^app[.]keyhold[.]", "") + "." + call.getMethodName() + ":"
                            + call.getLineNumber())
                    .collect(Collectors.joining(" < ", "\n    ", ""));
        }
    }

    /// Begins with the first stop: before it there may be no toolkit yet.
    void at(String stop) {
        at = stop;
        if (heart.getState() == Thread.State.NEW) {
            heart.start();
        }
    }

    private void beat() {
        try {
            var screen = screen();
            while (beating) {
                var heard = new CountDownLatch(1);
                String then = at;
                long collected = collectionMillis();
                long begun = System.nanoTime();
                Platform.runLater(heard::countDown);
                var doing = new ArrayList<List<StackTraceElement>>();
                while (!heard.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    doing.add(List.of(screen.getStackTrace()));
                }
                long millis = (System.nanoTime() - begun) / 1_000_000;
                synchronized (all) {
                    all.add(new Stall(then, millis, collectionMillis() - collected, doing));
                }
                TimeUnit.MILLISECONDS.sleep(BEAT_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static long collectionMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    private static Thread screen() {
        var found = new CompletableFuture<Thread>();
        Platform.runLater(() -> found.complete(Thread.currentThread()));
        return found.join();
    }

    /// The longest first.
    List<Stall> longest(int count) {
        synchronized (all) {
            return all.stream()
                    .sorted(Comparator.comparingLong(Stall::millis).reversed())
                    .limit(count)
                    .toList();
        }
    }

    @Override
    public void close() {
        beating = false;
        heart.interrupt();
    }
}
