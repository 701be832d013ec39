package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed in the middle of an encryption, the way `kill -9` does it: it cannot tidy up.
@Timeout(60)
class KilledProcessTest {
    private static final int SIZE = 16 << 20;
    private static final String KEY = "00".repeat(32);

    @TempDir
    private Path folder;

    private Path source;
    private Process process;

    @BeforeEach
    void startAndWaitUntilHalfIsWritten() throws IOException {
        source = folder.resolve("film");
        try (var sparse = new RandomAccessFile(source.toFile(), "rw")) {
            sparse.setLength(SIZE);
            sparse.write("the beginning".getBytes(StandardCharsets.UTF_8));
        }
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Encrypting.class.getName(),
                        source.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("half");
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void leavesTheSourceAndNoTarget() throws Exception {
        kill();

        assertThat(source).hasSize(SIZE).content(StandardCharsets.ISO_8859_1).startsWith("the beginning");
        assertThat(folder.resolve("film.khd")).doesNotExist();
    }

    @Test
    void leavesAPartForItsOwnerAlone() throws Exception {
        kill();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("film.khd.part"))))
                .isEqualTo("rw-------");
    }

    @Test
    void doesNotStopTheNextAttempt() throws Exception {
        kill();
        var files = new FileService(new SmallDoor(HexFormat.of().parseHex(KEY)).client());

        files.encrypt(EncryptOrder.of(source, Sealing.under(SmallDoor.ARN)).synced(false), Progress.none());

        assertThat(files.inspect(folder.resolve("film.khd")).contentSize()).isEqualTo(SIZE);
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /// Encrypts its argument, says so when half is written, and waits to be killed.
    static final class Encrypting {
        private Encrypting() {}

        public static void main(String[] arguments) {
            var files = new FileService(new SmallDoor(HexFormat.of().parseHex(KEY)).client());
            files.encrypt(EncryptOrder.of(Path.of(arguments[0]), Sealing.under(SmallDoor.ARN)), new Progress() {
                @Override
                public void at(Phase phase, long done, long total) {
                    if (phase == Phase.ENCRYPTING && done >= total / 2) {
                        System.out.println("half");
                        waitForever();
                    }
                }

                @Override
                public boolean cancelled() {
                    return false;
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
