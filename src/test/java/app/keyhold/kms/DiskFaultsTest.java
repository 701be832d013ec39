package app.keyhold.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A commit fails in the operating system itself, and the same process goes on.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class DiskFaultsTest {
    private static final String CANNOT_BE_OPENED =
            "Nothing was done, because after a failed write the database cannot be opened again: ";

    @TempDir
    private Path folder;

    @Test
    void ofASyncThatFailedOnceNothingIsKeptAndTheNextCommitStandsOnItsOwn() throws Exception {
        Path failing = folder.resolve("failing");
        Files.createFile(folder.resolve("failing.once"));
        try (var desk = startWith(shim(), failing)) {
            assertThat(desk.ask("describe")).isEqualTo("done");
            Files.createFile(failing);

            assertThat(desk.ask("describe"))
                    .isEqualTo("This was not done and is not in the audit trail, because its commit failed: The disk"
                            + " reported an error. You may try it again.");
            assertThat(failing).as("the sync that failed").doesNotExist();

            assertThat(desk.ask("verify")).isEqualTo("3 rows, 0 findings");
            assertThat(desk.ask("describe")).isEqualTo("done");
            assertThat(desk.ask("verify")).isEqualTo("4 rows, 0 findings");
        }
    }

    @Test
    void aSyncThatGoesOnFailingKeepsTheDatabaseClosedUntilItWorks() throws Exception {
        Path failing = folder.resolve("failing");
        try (var desk = startWith(shim(), failing)) {
            assertThat(desk.ask("describe")).isEqualTo("done");
            Files.createFile(failing);

            assertThat(desk.ask("describe")).startsWith("It is unknown whether this was done: its commit failed (The disk"
                    + " reported an error) and the database cannot be opened again");
            assertThat(desk.ask("describe")).startsWith(CANNOT_BE_OPENED);
            assertThat(desk.ask("open")).as("files left open").isEqualTo("0");

            Files.delete(failing);
            desk.ask("later");
            assertThat(desk.ask("describe")).isEqualTo("done");
            assertThat(desk.ask("verify")).endsWith(" rows, 0 findings");
        }
    }

    @Test
    void aWriteThatFailsIsToldAndTheNextOneWorks() throws Exception {
        assumeTrue(runs("prlimit", "--version"), "prlimit is missing");
        Path file = folder.resolve("us-east-1.db");
        try (var desk = DeskProcess.start(file, List.of(), Map.of())) {
            assertThat(desk.ask("describe")).isEqualTo("done");
            limitFileSize(desk, Long.toString(Files.size(folder.resolve("us-east-1.db-wal")) + 5_000));

            assertThat(desk.ask("describe"))
                    .isEqualTo("This was not done and is not in the audit trail, because its commit failed: The disk"
                            + " reported an error. You may try it again.");

            limitFileSize(desk, "unlimited");
            assertThat(desk.ask("describe")).isEqualTo("done");
            assertThat(desk.ask("verify")).isEqualTo("4 rows, 0 findings");
        }
    }

    @Test
    void aDiskThatTakesNothingAnyMoreIsTriedAgainUntilItDoes() throws Exception {
        assumeTrue(runs("prlimit", "--version"), "prlimit is missing");
        try (var desk = DeskProcess.start(folder.resolve("us-east-1.db"), List.of(), Map.of())) {
            assertThat(desk.ask("describe")).isEqualTo("done");
            limitFileSize(desk, "1");

            assertThat(desk.ask("describe")).startsWith("It is unknown whether this was done: its commit failed");
            assertThat(desk.ask("describe")).startsWith(CANNOT_BE_OPENED);
            desk.ask("later");
            assertThat(desk.ask("describe")).startsWith(CANNOT_BE_OPENED);

            limitFileSize(desk, "unlimited");
            desk.ask("later");
            assertThat(desk.ask("describe")).isEqualTo("done");
            assertThat(desk.ask("verify")).endsWith(" rows, 0 findings");
        }
    }

    @Test
    void aDiskThatIsFullAtTheCommitIsUsedAgainWhenThereIsSpace() throws Exception {
        String mount = "mount -t tmpfs -o size=24m none '" + folder + "' && exec \"$@\"";
        assumeTrue(runs("unshare", "-rm", "sh", "-c", mount, "sh", "true"), "no file system can be mounted here");
        Path file = folder.resolve("us-east-1.db");
        try (var desk = DeskProcess.start(file, List.of("unshare", "-rm", "sh", "-c", mount, "sh"), Map.of())) {
            assertThat(desk.ask("describe")).isEqualTo("done");
            desk.ask("fill");

            assertThat(desk.ask("describe"))
                    .isEqualTo("This was not done and is not in the audit trail, because its commit failed: No space is left"
                            + " on the disk. You may try it again.");
            desk.ask("fill");
            assertThat(desk.ask("describe")).startsWith("Nothing was done").contains("The disk is full");

            desk.ask("free");
            assertThat(desk.ask("describe")).isEqualTo("done");
            assertThat(desk.ask("verify")).isEqualTo("4 rows, 0 findings");
        }
    }

    private Path shim() throws IOException, InterruptedException {
        Path source = folder.resolve("failing-sync.c");
        Path library = folder.resolve("failing-sync.so");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("failing-sync.c"))) {
            Files.copy(in, source);
        }
        assumeTrue(
                runs("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl"),
                "no C compiler for the library that makes syncing fail");
        return library;
    }

    private DeskProcess startWith(Path shim, Path failing) throws IOException {
        return DeskProcess.start(
                folder.resolve("us-east-1.db"),
                List.of(),
                Map.of("LD_PRELOAD", shim.toString(), "FAILING_SYNC", failing.toString()));
    }

    private static void limitFileSize(DeskProcess desk, String bytes) throws Exception {
        assertThat(runs("prlimit", "--pid", Long.toString(desk.pid()), "--fsize=" + bytes + ":unlimited"))
                .isTrue();
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
