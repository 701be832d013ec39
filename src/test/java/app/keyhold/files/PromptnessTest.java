package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// How soon a large file stops when that is asked for, in whatever phase it is.
@Timeout(120)
@Isolated("measures time")
class PromptnessTest {
    private static final Duration PROMPT = Duration.ofMillis(250);
    private static final long LARGE = 1L << 30;

    /// A machine with other things to do is late now and then, and says nothing about the work.
    private static final int TRIES = 3;

    @TempDir
    private Path folder;

    private final JobQueue queue = new JobQueue(new FileService(new SmallDoor().client()));

    @AfterEach
    void close() {
        queue.close();
    }

    static Stream<Arguments> phases() {
        return Stream.of(
                Arguments.of(Phase.ENCRYPTING, 0.3, true),
                Arguments.of(Phase.ENCRYPTING, 0.6, false),
                Arguments.of(Phase.VERIFYING, 0.0, true),
                Arguments.of(Phase.VERIFYING, 0.5, false));
    }

    @ParameterizedTest
    @MethodSource("phases")
    void aCancelledFileIsGoneAtOnce(Phase phase, double share, boolean sync) throws Exception {
        Path film = film();
        isGoneAtOnce(order(film, true, sync), phase, share, "film");
    }

    @Test
    void aCancelledDecryptionIsGoneAtOnce() throws Exception {
        Path film = film();
        assertThat(queue.submit(order(film, false, false)).await(Duration.ofSeconds(60))).isTrue();
        Files.delete(film);
        var order = new BatchOrder.Decrypt(
                List.of(folder.resolve("film.khd")), Destination.beside(), Collision.FAIL, true);
        isGoneAtOnce(order, Phase.DECRYPTING, 0.6, "film.khd");
    }

    /// An archive that is becoming a folder: what was unpacked so far goes too.
    @Test
    void aCancelledExtractionIsGoneAtOnce() throws Exception {
        Path films = Files.createDirectory(folder.resolve("films"));
        Files.move(film(), films.resolve("film"));
        Files.writeString(films.resolve("about.txt"), "a long film");
        var archive = new BatchOrder.Encrypt(
                        List.of(films), Destination.beside(), Sealing.under(SmallDoor.ARN), Collision.FAIL, false, false)
                .as(Form.ARCHIVE);
        assertThat(queue.submit(archive).await(Duration.ofSeconds(120))).isTrue();
        Path message = folder.resolve("films.tar.khd");
        Files.delete(films.resolve("film"));
        Files.delete(films.resolve("about.txt"));
        Files.delete(films);
        var order = new BatchOrder.Decrypt(List.of(message), Destination.beside(), Collision.FAIL, true).extracting(true);
        isGoneAtOnce(order, Phase.DECRYPTING, 0.3, "films.tar.khd");
    }

    /// Cancelled once it has come that far; what is left in the folder is `left` alone, each time.
    private void isGoneAtOnce(BatchOrder order, Phase phase, double share, String left) throws Exception {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && best > PROMPT.toNanos(); i++) {
            var there = reached(phase, share);
            var batch = queue.submit(order);
            there.get(60, TimeUnit.SECONDS);

            long asked = System.nanoTime();
            batch.cancel();
            assertThat(batch.await(Duration.ofSeconds(20))).isTrue();
            best = Math.min(best, System.nanoTime() - asked);

            assertThat(batch.view().state()).isEqualTo(BatchView.State.CANCELLED);
            assertThat(names()).containsExactly(left);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(PROMPT);
    }

    /// What cannot be cancelled any more has little left to wait for.
    @Test
    void aFinishedFileTakesItsNameAtOnce() throws Exception {
        Path film = film();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && best > PROMPT.toNanos(); i++) {
            var there = reached(Phase.FINISHING, 0);
            var batch = queue.submit(order(film, false, true));
            there.get(60, TimeUnit.SECONDS);

            long begun = System.nanoTime();
            assertThat(batch.await(Duration.ofSeconds(20))).isTrue();
            best = Math.min(best, System.nanoTime() - begun);

            Files.delete(folder.resolve("film.khd"));
        }
        assertThat(Duration.ofNanos(best)).isLessThan(PROMPT);
    }

    @Test
    void aPausedFileStandsStillAtOnce() throws Exception {
        Path film = film();
        var there = reached(Phase.ENCRYPTING, 0.2);
        var batch = queue.submit(order(film, false, false));
        there.get(60, TimeUnit.SECONDS);

        batch.pause();

        long before = Long.MIN_VALUE;
        long still = System.nanoTime();
        for (long deadline = still + TRIES * PROMPT.toNanos(); System.nanoTime() < deadline; ) {
            long now = Files.size(folder.resolve("film.khd.part")) + batch.view().pace().bytesDone();
            still = now == before ? still : System.nanoTime();
            before = now;
        }
        assertThat(System.nanoTime() - still).isGreaterThan((TRIES - 1) * PROMPT.toNanos());
        batch.resume();
        assertThat(batch.await(Duration.ofSeconds(60))).isTrue();
        assertThat(batch.view().state()).isEqualTo(BatchView.State.DONE);
    }

    private Path film() throws IOException {
        assumeTrue(folder.toFile().getUsableSpace() > 3 * LARGE, "too little room");
        Path film = folder.resolve("film");
        try (var sparse = new RandomAccessFile(film.toFile(), "rw")) {
            sparse.setLength(LARGE);
        }
        return film;
    }

    private static BatchOrder order(Path film, boolean verify, boolean sync) {
        return new BatchOrder.Encrypt(
                List.of(film), Destination.beside(), Sealing.under(SmallDoor.ARN), Collision.FAIL, verify, sync);
    }

    private CompletableFuture<JobView> reached(Phase phase, double share) {
        var reached = new CompletableFuture<JobView>();
        long asOf = queue.nextId();
        queue.listen(new JobListener() {
            @Override
            public void batchChanged(BatchView batch) {}

            @Override
            public void jobChanged(JobView job) {
                // A fast machine may be past it before it tells.
                boolean there = job.phase().filter(now -> now.compareTo(phase) > 0).isPresent()
                        || job.phase().filter(phase::equals).isPresent()
                                && job.pace().bytesDone() >= share * job.pace().bytesTotal();
                if (there && job.id() > asOf) {
                    reached.complete(job);
                }
            }
        });
        return reached;
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
