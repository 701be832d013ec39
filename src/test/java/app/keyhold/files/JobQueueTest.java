package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.kms.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class JobQueueTest {
    private static final int LARGE = 24 << 20;

    @TempDir
    private Path folder;

    private final SmallDoor door = new SmallDoor();
    private final JobQueue queue = new JobQueue(new FileService(door.client()));

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void keepsTheTreeOfAFolderThatIsEncryptedElsewhere() throws Exception {
        write("letters/2026/may.txt", 10);
        write("letters/june.txt", 20);
        Path out = folder.resolve("out");

        var batch = queue.submit(encrypt(Destination.folder(out), folder.resolve("letters")));
        await(batch, BatchView.State.DONE);

        assertThat(out.resolve("letters/2026/may.txt.khd")).exists();
        assertThat(out.resolve("letters/june.txt.khd")).exists();
    }

    @Test
    void doesNotFindItsOwnResultsInTheFolderItWorksIn() throws Exception {
        for (int i = 0; i < 50; i++) {
            write("letters/" + i, i);
        }
        var batch = queue.submit(encrypt(Destination.beside(), folder.resolve("letters")));

        assertThat(await(batch, BatchView.State.DONE).found()).isEqualTo(50);
        assertThat(names(folder.resolve("letters"))).hasSize(100);
    }

    @Test
    void decryptsOnlyTheMessagesOfAFolderWhateverTheirNames() throws Exception {
        Path letter = write("letters/a.txt", 10);
        Path named = folder.resolve("letters/b.bin");
        await(queue.submit(encrypt(Destination.exactly(named), letter)), BatchView.State.DONE);

        var batch = queue.submit(
                new BatchOrder.Decrypt(List.of(named.getParent()), Destination.beside(), Collision.FAIL, false));

        assertThat(await(batch, BatchView.State.DONE).found()).isOne();
        assertThat(folder.resolve("letters/b.bin.decrypted")).hasSize(10);
    }

    @Test
    void goesOnAfterFilesThatCannotBeRead() throws Exception {
        Path good = write("good", 10);
        Path link = Files.createSymbolicLink(folder.resolve("link"), good);
        Path gone = folder.resolve("gone");

        var view = await(
                queue.submit(encrypt(Destination.beside(), link, gone, good)), BatchView.State.DONE_WITH_PROBLEMS);

        assertThat(view.failed()).isEqualTo(2);
        assertThat(folder.resolve("good.khd")).exists();
    }

    @Test
    void saysWhyAFileFailed() throws Exception {
        Path gone = folder.resolve("gone");
        var batch = queue.submit(encrypt(Destination.beside(), gone));
        await(batch, BatchView.State.DONE_WITH_PROBLEMS);

        var failure = batch.jobs().getFirst().view().failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(FileException.Kind.NOT_FOUND);
        assertThat(failure.happened()).isEqualTo("gone is not there.");
    }

    @Test
    void retriesWhatFailed() throws Exception {
        Path file = write("a", 10);
        door.refusals.put(SmallDoor.ARN, Fault.DisabledException);
        var batch = queue.submit(encrypt(Destination.beside(), file));
        await(batch, BatchView.State.DONE_WITH_PROBLEMS);
        door.refusals.clear();

        batch.retryFailed();

        var view = await(batch, BatchView.State.DONE);
        assertThat(view.failed()).isZero();
        assertThat(view.pace().bytesDone()).isEqualTo(10);
    }

    @Test
    void leavesNothingOfAFileThatIsCancelled() throws Exception {
        Path file = write("large", LARGE);
        var begun = seen(job -> job.phase().equals(Optional.of(Phase.ENCRYPTING)));
        var batch = queue.submit(encrypt(Destination.beside(), file));
        var job = begun.get(10, TimeUnit.SECONDS);
        var jobs = batch.jobs();
        jobs.getFirst().pause();

        batch.cancel();

        assertThat(job.source()).isEqualTo(file);
        await(batch, BatchView.State.CANCELLED);
        assertThat(names(folder)).containsExactly("large");
    }

    @Test
    void letsOthersGoOnWhileAFileIsPaused() throws Exception {
        Path large = write("large", LARGE);
        Path small = write("small", 10);
        var paused = seen(job -> job.name().equals("large") && job.state() == JobState.PAUSED);
        var batch = queue.submit(encrypt(Destination.beside(), large));
        seen(job -> job.phase().equals(Optional.of(Phase.ENCRYPTING))).get(10, TimeUnit.SECONDS);
        batch.pause();
        paused.get(10, TimeUnit.SECONDS);

        await(queue.submit(encrypt(Destination.beside(), small)), BatchView.State.DONE);
        assertThat(batch.view().state()).isEqualTo(BatchView.State.PAUSED);
        batch.resume();

        await(batch, BatchView.State.DONE);
        assertThat(folder.resolve("large.khd")).exists();
    }

    @Test
    void startsNoOtherFileOnceQueuedOnesAreCancelled() throws Exception {
        Path first = write("first", LARGE);
        Path second = write("second", LARGE);
        queue.listen(new JobListener() {
            @Override
            public void batchChanged(BatchView batch) {}

            @Override
            public void jobChanged(JobView job) {
                if (job.name().equals("first") && job.phase().equals(Optional.of(Phase.ENCRYPTING))) {
                    queue.cancelQueued();
                }
            }
        });

        await(queue.submit(encrypt(Destination.beside(), first, second)), BatchView.State.CANCELLED);

        assertThat(names(folder)).contains("first.khd").doesNotContain("second.khd");
    }

    @Test
    void countsSkippedFilesApart() throws Exception {
        Path file = write("a", 10);
        write("a.khd", 5);
        var order = new BatchOrder.Encrypt(
                List.of(file), Destination.beside(), Sealing.under(SmallDoor.ARN), Collision.SKIP, false, false);

        var view = await(queue.submit(order), BatchView.State.DONE);

        assertThat(view.skipped()).isOne();
        assertThat(folder.resolve("a.khd")).hasSize(5);
    }

    private CompletableFuture<JobView> seen(Predicate<JobView> wanted) {
        var seen = new CompletableFuture<JobView>();
        queue.listen(new JobListener() {
            @Override
            public void batchChanged(BatchView batch) {}

            @Override
            public void jobChanged(JobView job) {
                if (wanted.test(job)) {
                    seen.complete(job);
                }
            }
        });
        queue.batches().stream()
                .flatMap(batch -> batch.jobs().stream())
                .map(Job::view)
                .filter(wanted)
                .forEach(seen::complete);
        return seen;
    }

    private BatchView await(Batch batch, BatchView.State state)
            throws InterruptedException, ExecutionException, TimeoutException {
        var over = new CompletableFuture<BatchView>();
        queue.listen(new JobListener() {
            @Override
            public void batchChanged(BatchView view) {
                if (view.id() == batch.id() && view.state() == state) {
                    over.complete(view);
                }
            }

            @Override
            public void jobChanged(JobView job) {}
        });
        var now = batch.view();
        if (now.state() == state) {
            over.complete(now);
        }
        return over.get(20, TimeUnit.SECONDS);
    }

    private static BatchOrder encrypt(Destination destination, Path... sources) {
        return new BatchOrder.Encrypt(
                List.of(sources), destination, Sealing.under(SmallDoor.ARN), Collision.FAIL, false, false);
    }

    private Path write(String name, int size) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[size]);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
