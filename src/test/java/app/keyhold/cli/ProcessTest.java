package app.keyhold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What only a process of its own can show.
class ProcessTest {
    private static final long MOST_SECONDS = 120;
    private static final long LARGE = 8L << 30;

    @TempDir
    private Path folder;

    private CommandProcesses commands;

    @BeforeEach
    void makeAVault() throws IOException, InterruptedException {
        commands = CommandProcesses.withAVault(folder);
    }

    @Test
    void aCommandLoadsNoClassOfJavaFx() throws IOException, InterruptedException {
        Path loaded = folder.resolve("loaded.txt");
        Path file = Files.writeString(folder.resolve("report.txt"), "November");

        int exit = run(List.of("-Xlog:class+load:file=" + loaded), "encrypt", file.toString());

        assertThat(exit).as(printed()).isZero();
        assertThat(Files.readString(loaded))
                .contains("app.keyhold.cli.Cli ")
                .doesNotContain("javafx.", "app.keyhold.desktop.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCEndsWith130AndRemovesWhatIsHalfDone() throws IOException, InterruptedException {
        Path large = folder.resolve("large.bin");
        try (var sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(LARGE);
        }
        Process encrypting = start(List.of(), "encrypt", "--no-sync", large.toString());
        waitForPart(encrypting);

        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(encrypting.pid()))
                        .start()
                        .waitFor())
                .isZero();

        assertThat(encrypting.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(encrypting.exitValue()).as(printed()).isEqualTo(ExitCode.CANCELLED.number());
        assertThat(names()).doesNotContain("large.bin.khd").noneMatch(name -> name.contains(".part"));
    }

    /// Nobody can tidy up after `kill -9`: the next command says what it finds, and the work goes on under fresh keys.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatAKilledCommandLeftIsToldAndGoneOnWith() throws IOException, InterruptedException {
        Path large = folder.resolve("large.bin");
        try (var sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(LARGE);
        }
        Process encrypting = start(List.of(), "encrypt", "--no-sync", large.toString());
        waitForPart(encrypting);
        encrypting.destroyForcibly().waitFor();
        try (var shorter = new RandomAccessFile(large.toFile(), "rw")) {
            shorter.setLength(1 << 20);
        }

        Path file = Files.writeString(folder.resolve("report.txt"), "November");
        assertThat(run(List.of(), "encrypt", file.toString())).as(printed()).isZero();
        assertThat(printed())
                .contains("encrypting " + large + " was not finished; half written: " + large + ".khd.part")
                .contains("keyhold unfinished resume");

        assertThat(run(List.of(), "unfinished", "resume")).as(printed()).isZero();
        assertThat(printed()).contains(large + ".khd");
        assertThat(names()).contains("large.bin.khd").noneMatch(name -> name.contains(".part"));

        assertThat(run(List.of(), "unfinished", "list")).as(printed()).isZero();
        assertThat(printed()).contains("Nothing was interrupted.");
    }

    /// Until something is in it: that it is there is noted before.
    private void waitForPart(Process encrypting) throws IOException, InterruptedException {
        while (names().stream()
                .filter(name -> name.contains(".part"))
                .noneMatch(name -> folder.resolve(name).toFile().length() > 0)) {
            assertThat(encrypting.waitFor(10, TimeUnit.MILLISECONDS)).as(printed()).isFalse();
        }
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private int run(List<String> flags, String... words) throws IOException, InterruptedException {
        return commands.run(flags, words);
    }

    private Process start(List<String> flags, String... words) throws IOException {
        return commands.start(flags, words);
    }

    private String printed() throws IOException {
        return commands.printed();
    }
}
