package app.keyhold.bench;

import app.keyhold.desktop.audit.EventFilter;
import app.keyhold.desktop.audit.EventList;
import app.keyhold.desktop.audit.EventPages;
import app.keyhold.desktop.audit.TimeRange;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.theme.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;

/// How much processor time the JavaFX thread takes for one frame, which a busy machine falsifies less than the clock, while the timeline of a million events is scrolled, fourteen lines a
/// frame, through many pages: `mvn -Pbench -Dbench.arguments=scroll`, on a display or with `-Dglass.platform=Headless`.
final class TimelineScroll {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int FRAMES = 1_500;
    private static final int WARM_UP = 200;
    private static final double STEP = 500;

    private final List<Long> busy = new ArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private long frameBegan;

    static void print() throws Exception {
        try (BenchVault vault = BenchVault.withEvents(TimelineFigures.EVENTS)) {
            var scroll = new TimelineScroll();
            Platform.startup(() -> scroll.show(vault));
            scroll.done.await();
            Platform.exit();
            long[] sorted = scroll.busy.stream().skip(WARM_UP).mapToLong(Long::longValue).sorted().toArray();
            System.gc();
            System.out.printf(
                    Locale.ROOT,
                    "scrolled %,d lines: JavaFX thread busy a frame, median %.1f ms, 99 %% %.1f ms, worst %.1f ms; heap %,d MiB%n",
                    (int) (FRAMES * STEP / 36),
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length * 99 / 100] / 1e6,
                    sorted[sorted.length - 1] / 1e6,
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
            System.out.println("worst: " + Arrays.toString(Arrays.stream(sorted).skip(sorted.length - 8).map(nanos -> nanos / 100_000).toArray()) + " (tenths of ms)");
        }
    }

    private void show(BenchVault vault) {
        var moments = new Moments(Clock.systemUTC());
        // Answers are counted to the frame they arrive in.
        var background = new Background(
                task -> Thread.startVirtualThread(task), answer -> Platform.runLater(() -> {
                    long began = THREADS.getCurrentThreadCpuTime();
                    answer.run();
                    if (!busy.isEmpty()) {
                        busy.set(busy.size() - 1, busy.getLast() + THREADS.getCurrentThreadCpuTime() - began);
                    }
                }));
        var pages = new EventPages(vault.owner(), background, "scroll", moments.zone(), Throwable::printStackTrace);
        var list = new EventList(pages, moments, false);
        var scene = new Scene(list, 1280, 800);
        Theme.dress(scene, false, 100);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        pages.load(EventFilter.NONE, new TimeRange(moments.now().minus(Duration.ofDays(400)), moments.now()));
        scene.addPostLayoutPulseListener(() -> {
            if (frameBegan != 0) {
                busy.add(THREADS.getCurrentThreadCpuTime() - frameBegan);
                frameBegan = 0;
            }
        });
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frameBegan = THREADS.getCurrentThreadCpuTime();
                if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                    flow.scrollPixels(STEP);
                }
                if (++frames >= FRAMES + WARM_UP) {
                    stop();
                    done.countDown();
                }
            }
        }.start();
    }
}
