package app.keyhold.desktop.tour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// How long JavaFX's thread keeps others waiting: a heartbeat that is late by as much as the step before it took.
final class Stalls implements AutoCloseable {
    private static final int BEAT_MILLIS = 4;

    private final List<Stall> all = new ArrayList<>();
    private final Thread heart = Thread.ofPlatform().daemon().name("heartbeat").unstarted(this::beat);
    private volatile String at = "start";
    private volatile boolean beating = true;

    /// @param at the stop that was last arrived at
    record Stall(String at, long millis) {}

    /// Begins with the first stop: before it there may be no toolkit yet.
    void at(String stop) {
        at = stop;
        if (heart.getState() == Thread.State.NEW) {
            heart.start();
        }
    }

    private void beat() {
        try {
            while (beating) {
                var heard = new CountDownLatch(1);
                String then = at;
                long begun = System.nanoTime();
                Platform.runLater(heard::countDown);
                heard.await();
                long millis = (System.nanoTime() - begun) / 1_000_000;
                synchronized (all) {
                    all.add(new Stall(then, millis));
                }
                TimeUnit.MILLISECONDS.sleep(BEAT_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
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
