package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.message.HeaderReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed, as by `kill -9`, in the middle of a batch of a small and a large file. The next one finds what
/// is left, and goes on or cleans up.
@Timeout(120)
class InterruptedBatchTest {
    private static final long LARGE = 6L << 30;
    private static final String KEY = "00".repeat(32);
    private static final Map<String, String> CONTEXT = Map.of("purpose", "archive");

    @TempDir
    private Path folder;

    private Process process;

    @BeforeEach
    void killABatchHalfWay() throws Exception {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(sources.resolve("a-letter"), "done before the kill");
        try (var sparse = new RandomAccessFile(sources.resolve("film").toFile(), "rw")) {
            sparse.setLength(LARGE);
        }
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Working.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        while (!Files.exists(result("a-letter.khd")) || !Files.exists(result("film.khd.part"))) {
            assertThat(process.waitFor(10, TimeUnit.MILLISECONDS)).isFalse();
        }
        // The note of the finished file is written right after it got its name.
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(book(folder).unfinished()).as("while its process lives").isEmpty();
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        try (var shorter = new RandomAccessFile(sources.resolve("film").toFile(), "rw")) {
            shorter.setLength(1 << 20);
        }
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void isFoundWithWhatIsLeft() {
        assertThat(book(folder).unfinished()).singleElement().satisfies(left -> {
            assertThat(left.parts()).containsExactly(result("film.khd.part"));
            assertThat(left.finished()).containsExactly(folder.resolve("sources/a-letter"));
            assertThat(left.order()).isInstanceOfSatisfying(BatchOrder.Encrypt.class, order -> {
                assertThat(order.sources()).containsExactly(folder.resolve("sources"));
                assertThat(order.sealing()).isEqualTo(new Sealing(List.of(SmallDoor.ARN), CONTEXT, false));
            });
        });
    }

    @Test
    void goesOnWithFilesNotFinishedUnderFreshKeys() throws Exception {
        Path half = Files.copy(result("film.khd.part"), folder.resolve("half"), StandardCopyOption.REPLACE_EXISTING);
        String finishedBefore = messageId(result("a-letter.khd"));

        try (var queue = new JobQueue(service(folder))) {
            var batch = queue.resume(queue.unfinished().getFirst());
            while (batch.view().state() == BatchView.State.SCANNING || batch.view().over() < batch.view().found()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThat(batch.jobs()).extracting(job -> job.view().name()).containsExactly("sources/film");
        }

        assertThat(result("film.khd.part")).doesNotExist();
        assertThat(messageId(result("film.khd"))).isNotEqualTo(messageId(half));
        assertThat(messageId(result("a-letter.khd"))).isEqualTo(finishedBefore);
        assertThat(book(folder).unfinished()).isEmpty();
    }

    @Test
    void cleaningUpRemovesWhatIsHalfWrittenAndNothingElse() {
        var left = book(folder).unfinished().getFirst();

        assertThat(left.cleanUp()).containsExactly(result("film.khd.part"));

        assertThat(result("film.khd.part")).doesNotExist();
        assertThat(result("a-letter.khd")).exists();
        assertThat(folder.resolve("sources/film")).exists();
        assertThat(book(folder).unfinished()).isEmpty();
    }

    @Test
    void theNoteTellsNothingToWhoDoesNotOpenTheVault() throws IOException {
        try (var notes = Files.list(folder.resolve("jobs"))) {
            Path note = notes.toList().getFirst();
            assertThat(Files.readString(note, StandardCharsets.ISO_8859_1))
                    .doesNotContain("film", "letter", "sources", "archive");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note))).isEqualTo("rw-------");
        }
        assertThat(new Notebook(folder.resolve("jobs"), new Seal("11".repeat(32))).unfinished()).isEmpty();
    }

    @Test
    void aTornLastEntryCostsThatEntryAlone() throws IOException {
        try (var notes = Files.list(folder.resolve("jobs"))) {
            Path note = notes.toList().getFirst();
            try (var torn = new RandomAccessFile(note.toFile(), "rw")) {
                torn.setLength(torn.length() - 3);
            }
        }

        assertThat(book(folder).unfinished()).hasSize(1);
    }

    private Path result(String name) {
        return folder.resolve("results/sources").resolve(name);
    }

    private static String messageId(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return HeaderReader.read(in).header().messageId().hex();
        }
    }

    private static FileService service(Path folder) {
        return new FileService(new SmallDoor(HexFormat.of().parseHex(KEY)).client(), book(folder));
    }

    private static Notebook book(Path folder) {
        return new Notebook(folder.resolve("jobs"), new Seal(KEY));
    }

    /// What a vault does, with a key given in hexadecimal.
    record Seal(String key) implements KeySeal {
        @Override
        public Optional<byte[]> seal(SecretBytes noteKey) {
            try (var own = own()) {
                return Optional.of(KeyWrap.wrap(own, noteKey, "test").toByteArray());
            }
        }

        @Override
        public Optional<SecretBytes> open(byte[] sealed) {
            try (var own = own()) {
                return Optional.of(KeyWrap.unwrap(own, Blob.of(sealed), "test"));
            } catch (AEADBadTagException another) {
                return Optional.empty();
            }
        }

        private SecretBytes own() {
            return SecretBytes.takeOver(HexFormat.of().parseHex(key));
        }
    }

    /// Encrypts the folder's sources until it is killed.
    static final class Working {
        private Working() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path folder = Path.of(arguments[0]);
            var queue = new JobQueue(service(folder));
            queue.submit(new BatchOrder.Encrypt(
                    List.of(folder.resolve("sources")),
                    Destination.folder(folder.resolve("results")),
                    new Sealing(List.of(SmallDoor.ARN), CONTEXT, false),
                    Collision.KEEP_BOTH,
                    false,
                    false));
            TimeUnit.MINUTES.sleep(5);
        }
    }
}
