package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A process that is killed at any step of a re-encryption: the old file or the new one stands under the name, whole.
@Timeout(60)
class KilledReencryptionTest {
    private static final int SIZE = 16 << 20;
    private static final String KEY = "00".repeat(32);

    enum Step {
        OPENING,
        HALF_WRITTEN,
        WRITTEN,
        HALF_VERIFIED,
        ABOUT_TO_BE_RENAMED,
        /// And the vault not told.
        RENAMED
    }

    @TempDir
    private Path folder;

    private final FileService files = service();
    private Path file;
    private String oldMessage;
    private String content;

    private Optional<Process> process = Optional.empty();

    @BeforeEach
    void encrypt() throws Exception {
        Path source = folder.resolve("film");
        try (var sparse = new RandomAccessFile(source.toFile(), "rw")) {
            sparse.setLength(SIZE);
            sparse.write("the beginning".getBytes(StandardCharsets.US_ASCII));
        }
        files.encrypt(EncryptOrder.of(source, Sealing.under(SmallDoor.ARN)).synced(false), Progress.none());
        Files.delete(source);
        file = folder.resolve("film.khd");
        oldMessage = files.inspect(file).messageId();
        content = content();
    }

    @AfterEach
    void end() {
        process.ifPresent(Process::destroyForcibly);
    }

    @ParameterizedTest
    @EnumSource
    void leavesAWholeFileUnderTheName(Step step) throws Exception {
        killAt(step);

        assertThat(content()).isEqualTo(content);
        boolean isNew = !files.inspect(file).messageId().equals(oldMessage);
        assertThat(isNew).isEqualTo(step == Step.RENAMED);
    }

    @ParameterizedTest
    @EnumSource
    void leavesAtMostAPartForItsOwnerAlone(Step step) throws Exception {
        killAt(step);

        Path part = folder.resolve("film.khd.part");
        boolean half = step != Step.OPENING && step != Step.RENAMED;
        assertThat(Files.exists(part)).isEqualTo(half);
        if (half) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part))).isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotStopTheNextAttempt(Step step) throws Exception {
        killAt(step);

        files.reencrypt(ReencryptOrder.of(file), Progress.none());

        assertThat(content()).isEqualTo(content);
        assertThat(files.inspect(file).messageId()).isNotEqualTo(oldMessage);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundAtTheNextStartAndGoneOnWith(Step step) throws Exception {
        killAt(step);
        var left = new Notebook(folder.resolve("jobs"), new InterruptedBatchTest.Seal(KEY)).unfinished();
        assertThat(left).singleElement().satisfies(found -> assertThat(found.order())
                .isEqualTo(new BatchOrder.Reencrypt(List.of(file), List.of(), false, Optional.empty(), true)));

        try (var queue = new JobQueue(files)) {
            var batch = queue.resume(left.getFirst());
            while (batch.view().state() == BatchView.State.SCANNING || batch.view().over() < batch.view().found()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }

        assertThat(content()).isEqualTo(content);
        assertThat(files.inspect(file).messageId()).isNotEqualTo(oldMessage);
        assertThat(folder.resolve("film.khd.part")).doesNotExist();
        assertThat(new Notebook(folder.resolve("jobs"), new InterruptedBatchTest.Seal(KEY)).unfinished()).isEmpty();
    }

    private String content() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        files.decrypt(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest), Allowances.none(), Progress.none());
        return HexFormat.of().formatHex(digest.digest());
    }

    private void killAt(Step step) throws IOException, InterruptedException {
        var started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reencrypting.class.getName(),
                        file.toString(),
                        step.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process = Optional.of(started);
        assertThat(started.inputReader().readLine()).isEqualTo(step.name());
        started.destroyForcibly();
        assertThat(started.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static FileService service() {
        return new FileService(new SmallDoor(HexFormat.of().parseHex(KEY)).client());
    }

    /// Re-encrypts its first argument, says so when it comes to its second, and waits there to be killed.
    static final class Reencrypting {
        private Reencrypting() {}

        public static void main(String[] arguments) {
            Step step = Step.valueOf(arguments[1]);
            var door = new SmallDoor(HexFormat.of().parseHex(KEY));
            door.material = Optional.of("newest");
            door.recorded = _ -> reached(step, Step.RENAMED);
            var file = Path.of(arguments[0]);
            var notes = new Notebook(file.resolveSibling("jobs"), new InterruptedBatchTest.Seal(KEY));
            var files = new FileService(door.client(), notes);
            var order = new BatchOrder.Reencrypt(List.of(file), List.of(), false, Optional.empty(), true);
            var note = files.note(order, Set.of(), Optional.empty()).orElseThrow();
            files.reencrypt(ReencryptOrder.of(file), new Progress() {
                @Override
                public void at(Phase phase, long done, long total) {
                    switch (phase) {
                        case OPENING -> reached(step, Step.OPENING);
                        case ENCRYPTING -> reached(step, Step.HALF_WRITTEN, 2 * done >= total);
                        case VERIFYING -> {
                            reached(step, Step.WRITTEN);
                            reached(step, Step.HALF_VERIFIED, 2 * done >= total);
                        }
                        case FINISHING -> reached(step, Step.ABOUT_TO_BE_RENAMED);
                        case DECRYPTING -> {}
                    }
                }

                @Override
                public boolean cancelled() {
                    return false;
                }

                @Override
                public void unfinished(Path part) {
                    note.part(file, part, Optional.empty());
                }
            });
        }

        private static void reached(Step wanted, Step now) {
            reached(wanted, now, true);
        }

        private static void reached(Step wanted, Step now, boolean really) {
            if (wanted == now && really) {
                System.out.println(now);
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException never) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
