package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.files.InterruptedBatchTest.Seal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed in the middle of taking an archive apart. The next one finds the half folder.
@Timeout(120)
class KilledExtractionTest {
    private static final String KEY = "00".repeat(32);

    @TempDir
    private Path folder;

    private Process process;
    private Path part;

    @BeforeEach
    void killAnExtractionHalfWay() throws Exception {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        Files.writeString(photos.resolve("a.jpg"), "a");
        Files.write(photos.resolve("film"), new byte[8 << 20]);
        files(folder).archive(
                new BatchOrder.Encrypt(
                                List.of(photos),
                                Destination.beside(),
                                Sealing.under(SmallDoor.ARN),
                                Collision.FAIL,
                                false,
                                false)
                        .as(Form.ARCHIVE),
                Progress.none());
        part = folder.resolve("out/photos.part");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Extracting.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("half");
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void nothingStandsUnderTheFinalNameAndTheHalfIsFoundAndRemoved() {
        assertThat(folder.resolve("out/photos")).doesNotExist();
        assertThat(part).isDirectory();
        var left = book(folder).unfinished();
        assertThat(left).singleElement().satisfies(found -> assertThat(found.parts()).containsExactly(part));

        left.getFirst().cleanUp();

        assertThat(Files.exists(part, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(book(folder).unfinished()).isEmpty();
    }

    @Test
    void goingOnStartsItAgain() throws Exception {
        try (var queue = new JobQueue(files(folder))) {
            var batch = queue.resume(queue.unfinished().getFirst());
            assertThat(batch.await(Duration.ofSeconds(30))).isTrue();
        }

        assertThat(Files.mismatch(folder.resolve("photos/film"), folder.resolve("out/photos/film"))).isEqualTo(-1);
        assertThat(folder.resolve("out").toFile().list()).containsExactly("photos");
    }

    private static FileService files(Path folder) {
        return new FileService(new SmallDoor(HexFormat.of().parseHex(KEY)).client(), book(folder));
    }

    private static Notebook book(Path folder) {
        return new Notebook(folder.resolve("jobs"), new Seal(KEY));
    }

    /// Extracts, says so when half is written, and waits to be killed.
    static final class Extracting {
        private Extracting() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            Path archive = folder.resolve("photos.tar.khd");
            var out = Destination.folder(folder.resolve("out"));
            var files = files(folder);
            var order = new BatchOrder.Decrypt(List.of(archive), out, Collision.FAIL, false).extracting(true);
            var note = files.note(order, Set.of(), Optional.empty()).orElseThrow();
            files.decrypt(DecryptOrder.of(archive).to(out).extracting(true), new Progress() {
                @Override
                public void at(Phase phase, long done, long total) {
                    if (phase == Phase.DECRYPTING && done > total / 2) {
                        System.out.println("half");
                        waitForever();
                    }
                }

                @Override
                public boolean cancelled() {
                    return false;
                }

                @Override
                public void unfinished(Path part) {
                    note.part(archive, part, Optional.empty());
                }
            });
        }

        private static void waitForever() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException never) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
