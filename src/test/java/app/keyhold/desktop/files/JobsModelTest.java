package app.keyhold.desktop.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Formats;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.BatchView;
import app.keyhold.files.Collision;
import app.keyhold.files.Destination;
import app.keyhold.files.FileService;
import app.keyhold.files.JobQueue;
import app.keyhold.files.JobState;
import app.keyhold.files.JobView;
import app.keyhold.files.Sealing;
import app.keyhold.vault.FirstRun;
import app.keyhold.vault.OpenVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Rows over the real engine, without a toolkit: this thread is the screen.
@Timeout(60)
@Isolated("measures time")
class JobsModelTest {
    private static final int MANY = 2_000;

    @TempDir
    private Path temporary;

    private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Background background = new Background(Executors.newVirtualThreadPerTaskExecutor(), screen::add);
    private OpenVault vault;
    private JobQueue queue;
    private JobsModel model;
    private long longestOnScreen;

    @BeforeEach
    void open() {
        var fixture = new DesktopFixture(temporary);
        vault = fixture.create();
        queue = new JobQueue(fixture.wiring.files(vault));
        model = new JobsModel(queue, background, new Formats(Clock.systemUTC()), screen::add);
    }

    @AfterEach
    void close() {
        queue.close();
        background.close();
        vault.close();
    }

    @Test
    void aFolderOfThousandsIsOneRowAndNeverHoldsTheScreenUp() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("many"));
        for (int i = 0; i < MANY; i++) {
            Files.writeString(folder.resolve("file-" + i), "text " + i);
        }

        model.submit(encrypt(folder), "my-files");
        runUntil(() -> model.rows().getFirst().isOver());

        assertThat(model.rows()).hasSize(1);
        assertThat(state(model.rows().getFirst())).isEqualTo(BatchView.State.DONE);
        assertThat(model.summaryProperty().get()).startsWith("1 of 1 done");
        assertThat(model.inBriefProperty().get()).isEmpty();
        assertThat(TimeUnit.NANOSECONDS.toMillis(longestOnScreen)).isLessThan(500);
    }

    @Test
    void whatIsPausedWhileItIsCountedBeginsOnlyWhenItIsResumed() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("many"));
        for (int i = 0; i < MANY; i++) {
            Files.writeString(folder.resolve("file-" + i), "text " + i);
        }

        model.submit(encrypt(folder), "my-files");
        model.pauseOrResumeAll();
        runUntil(() -> state(model.rows().getFirst()) == BatchView.State.PAUSED && model.allPausedProperty().get());
        var batch = model.rows().getFirst().batch();
        long found = -1;
        while (found != batch.view().found()) {
            found = batch.view().found();
            assertThat(batch.await(Duration.ofMillis(200))).isFalse();
        }
        assertThat(batch.view().state()).isEqualTo(BatchView.State.PAUSED);
        assertThat(batch.view().found()).isEqualTo(MANY);

        model.pauseOrResumeAll();
        runUntil(() -> model.rows().getFirst().isOver());
        assertThat(state(model.rows().getFirst())).isEqualTo(BatchView.State.DONE);
    }

    @Test
    void tellsOfEveryFileOfARow() throws Exception {
        Path good = Files.writeString(temporary.resolve("good.txt"), "good");
        Path gone = temporary.resolve("gone.txt");

        model.submit(encrypt(good, gone), "my-files");
        runUntil(() -> model.rows().getFirst().isOver());
        var files = files(model.rows().getFirst());

        assertThat(files).extracting(JobView::state).containsExactlyInAnyOrder(JobState.DONE, JobState.FAILED);
        var words = JobWords.of(model.rows().getFirst(), new Formats(Clock.systemUTC()));
        assertThat(words.state()).isEqualTo("1 of 2 files failed");
    }

    @Test
    void whatFailedIsRetried() throws Exception {
        Path late = temporary.resolve("late.txt");
        model.submit(encrypt(late), "my-files");
        runUntil(() -> model.rows().getFirst().isOver());
        Files.writeString(late, "here it is");

        model.retry(model.rows().getFirst());
        runUntil(() -> state(model.rows().getFirst()) == BatchView.State.DONE);

        assertThat(FileService.isMessage(temporary.resolve("late.txt.khd"))).isTrue();
    }

    @Test
    void rowsOfAnotherQueueGoOnBeingShown() throws Exception {
        Path letter = Files.writeString(temporary.resolve("letter.txt"), "Dear Eva");
        var fixture = new DesktopFixture(temporary.resolve("other"));
        try (var other = fixture.create();
                var before = new JobQueue(fixture.wiring.files(other))) {
            before.submit(encrypt(letter));
            model.follow(before, before.batches());
            runUntil(() -> model.rows().getFirst().isOver());

            assertThat(state(model.rows().getFirst())).isEqualTo(BatchView.State.DONE);
        }
    }

    private BatchOrder encrypt(Path... sources) {
        return new BatchOrder.Encrypt(
                List.of(sources), Destination.beside(), Sealing.under(FirstRun.MY_FILES), Collision.FAIL, false, false);
    }

    private static BatchView.State state(JobRow row) {
        return row.batchProperty().get().state();
    }

    private List<JobView> files(JobRow row) throws InterruptedException {
        var all = new ArrayList<JobView>();
        model.files(row, all::addAll);
        runUntil(() -> !all.isEmpty());
        return all;
    }

    private void runUntil(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            Runnable next = screen.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("something for the screen").isNotNull();
            long begun = System.nanoTime();
            next.run();
            longestOnScreen = Math.max(longestOnScreen, System.nanoTime() - begun);
        }
    }
}
