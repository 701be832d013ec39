package app.keyhold.desktop.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.files.BatchOrder;
import app.keyhold.files.BatchView;
import app.keyhold.files.Collision;
import app.keyhold.files.Destination;
import app.keyhold.files.JobState;
import app.keyhold.files.JobView;
import app.keyhold.files.Pace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobFeedTest {
    private static final int FILES = 10_000;

    private final List<Runnable> waiting = new ArrayList<>();
    private final List<BatchView> batches = new ArrayList<>();
    private final List<JobView> jobs = new ArrayList<>();
    private int deliveries;
    private final JobFeed feed = new JobFeed(waiting::add, batches::add, jobs::add, () -> deliveries++);

    @Test
    void asksForTheScreenOnceHoweverMuchChanges() {
        for (int over = 1; over <= FILES; over++) {
            feed.jobChanged(job(over, JobState.RUNNING));
            feed.jobChanged(job(over, JobState.DONE));
            feed.batchChanged(batch(over));
        }

        assertThat(waiting).hasSize(1);
        waiting.removeFirst().run();

        assertThat(batches).singleElement().satisfies(view -> assertThat(view.over()).isEqualTo(FILES));
        assertThat(jobs).hasSize(FILES).allSatisfy(view -> assertThat(view.state()).isEqualTo(JobState.DONE));
        assertThat(deliveries).isEqualTo(1);
    }

    @Test
    void asksAgainForWhatChangesAfterADelivery() {
        feed.batchChanged(batch(1));
        waiting.removeFirst().run();
        feed.batchChanged(batch(2));

        assertThat(waiting).hasSize(1);
        waiting.removeFirst().run();
        assertThat(batches).extracting(BatchView::over).containsExactly(1, 2);
    }

    private static JobView job(long id, JobState state) {
        return new JobView(
                id,
                1,
                Path.of("file-" + id),
                "file-" + id,
                state,
                Optional.empty(),
                new Pace(0, 0, 0, Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static BatchView batch(int over) {
        var order = new BatchOrder.Decrypt(List.of(Path.of("folder")), Destination.beside(), Collision.KEEP_BOTH, true);
        return new BatchView(
                1, order, BatchView.State.RUNNING, FILES, over, 0, 0, new Pace(over, FILES, 0, Optional.empty()));
    }
}
