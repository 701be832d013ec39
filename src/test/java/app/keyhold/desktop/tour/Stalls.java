package app.keyhold.desktop.tour;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;

/// How long JavaFX's thread keeps others waiting: a heartbeat that is late by as much as the step before it took. Where other
/// programs have the processor, the clock goes on while the thread can't: of that time only what it worked or waited is its own.
final class Stalls implements AutoCloseable {
    private static final int BEAT_MILLIS = 4;
    private static final int LOOK_MILLIS = 10;
    private static final int CALLS = 14;

    private final ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    private final List<Stall> all = new ArrayList<>();
    private final Thread heart = Thread.ofPlatform().daemon().name("heartbeat").unstarted(this::beat);
    private volatile String at = "start";
    private volatile boolean beating = true;

    /// @param at the stop that was last arrived at
    /// @param millis by the clock
    /// @param own of these, what the thread worked or waited for something itself
    /// @param doing what the thread was at, one stack for each look at it, the innermost call first
    record Stall(String at, long millis, long own, List<List<StackTraceElement>> doing) {
        @Override
        public String toString() {
            return doing.stream().map(Stall::inBrief).collect(Collectors.joining("", own + " of " + millis + " ms after " + at, ""));
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
                long begun = System.nanoTime();
                long worked = processor.getThreadCpuTime(screen.threadId());
                long waiting = 0;
                Platform.runLater(heard::countDown);
                var doing = new ArrayList<List<StackTraceElement>>();
                while (!heard.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    ThreadInfo look = processor.getThreadInfo(screen.threadId(), Integer.MAX_VALUE);
                    waiting += waits(look) ? 1 : 0;
                    doing.add(List.of(look.getStackTrace()));
                }
                long millis = (System.nanoTime() - begun) / 1_000_000;
                worked = (processor.getThreadCpuTime(screen.threadId()) - worked) / 1_000_000;
                long own = Math.min(millis, worked + waiting * LOOK_MILLIS);
                synchronized (all) {
                    all.add(new Stall(then, millis, own, doing));
                }
                TimeUnit.MILLISECONDS.sleep(BEAT_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// A native method may read a file.
    private static boolean waits(ThreadInfo look) {
        return look.getThreadState() != Thread.State.RUNNABLE || look.isInNative();
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
                    .sorted(Comparator.comparingLong(Stall::own).reversed())
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
