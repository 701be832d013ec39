package app.keyhold.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.Wiring;
import app.keyhold.files.FileService;
import app.keyhold.message.HeaderReader;
import app.keyhold.message.MessageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Commands over files of mixed sizes that are killed at random points, as by `kill -9`, and gone on with. The seed is
/// printed where something does not hold.
@Timeout(240)
class KilledBatchTest {
    private static final int ROUNDS = 4;
    private static final int SMALL = 150;
    private static final int[] LARGER = {0, 1, 256 << 10, (256 << 10) + 1, 3 << 20, 12 << 20, 40 << 20};
    private static final int MOST_MILLIS = 500;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @TempDir
    private Path folder;

    private CommandProcesses commands;
    private Path sources;

    @BeforeEach
    void prepare() throws IOException, InterruptedException {
        commands = CommandProcesses.withAVault(folder);
        sources = Files.createDirectories(folder.resolve("sources/inner")).getParent();
        for (int i = 0; i < SMALL; i++) {
            write(sources.resolve(i % 2 == 0 ? "letter-" + i : "inner/letter-" + i), random.nextInt(20_000));
        }
        for (int size : LARGER) {
            write(sources.resolve("film-" + size), size);
        }
    }

    @Test
    void leavesOnlyWholeFilesAndFinishesTheRestUnderFreshKeys() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path results = folder.resolve("results-" + round);
            kill(results, "encrypt", sources.toString(), "--out-dir", results.toString());
            Map<Path, String> finished = messages(results, FileService.SUFFIX);
            Map<Path, String> begun = messages(results, ".part");
            requireWhole(results, folder.resolve("before-" + round));

            run("unfinished", "resume");

            Map<Path, String> all = messages(results, FileService.SUFFIX);
            assertThat(all).as(said()).hasSize(SMALL + LARGER.length).containsAllEntriesOf(finished);
            assertThat(all.values()).as(said()).doesNotHaveDuplicates();
            all.keySet().removeAll(finished.keySet());
            assertThat(all.values()).as(said()).noneMatch(begun::containsValue);
            assertThat(messages(results, ".part")).as(said()).isEmpty();
            requireWhole(results, folder.resolve("after-" + round));
        }
        requireSound();
    }

    @Test
    void leavesTheOldOrTheNewFileOfAReencryption() throws Exception {
        Path files = folder.resolve("files");
        run("encrypt", sources.toString(), "--out-dir", files.toString(), "--no-sync");
        for (int round = 0; round < ROUNDS; round++) {
            Map<Path, String> before = messages(files, FileService.SUFFIX);
            kill(files, "reencrypt", files.toString());
            Map<Path, String> begun = messages(files, ".part");
            requireWhole(files, folder.resolve("before-" + round));

            run("unfinished", "resume");

            Map<Path, String> after = messages(files, FileService.SUFFIX);
            assertThat(after.keySet()).as(said()).isEqualTo(before.keySet());
            assertThat(after.values()).as(said()).noneMatch(before::containsValue).noneMatch(begun::containsValue);
            assertThat(messages(files, ".part")).as(said()).isEmpty();
            requireWhole(files, folder.resolve("after-" + round));
        }
        requireSound();
    }

    private void kill(Path results, String... words) throws IOException, InterruptedException {
        Process process = commands.start(List.of(), words);
        while (!Files.exists(results) || messages(results, ".part").isEmpty()) {
            if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        process.waitFor(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    /// Every file under a final name decrypts to its source.
    private void requireWhole(Path results, Path back) throws Exception {
        Map<Path, String> there = messages(results, FileService.SUFFIX);
        if (there.isEmpty()) {
            return;
        }
        run("decrypt", results.toString(), "--out-dir", back.toString(), "--no-sync", "--no-notes");
        for (Path message : there.keySet()) {
            String name = message.toString();
            String plain = name.substring(0, name.length() - FileService.SUFFIX.length());
            assertThat(Files.mismatch(folder.resolve(plain), back.resolve(results.getFileName()).resolve(plain)))
                    .as(said() + ": " + message)
                    .isEqualTo(-1);
        }
    }

    private void requireSound() throws IOException {
        assertThat(run("unfinished", "list")).contains("Nothing was interrupted.");
        run("audit", "verify");
        run("vault", "check");
    }

    /// Ids of the messages whose names end with `suffix`, by their place below `results`; those without a header yet are
    /// left out.
    private static Map<Path, String> messages(Path results, String suffix) throws IOException {
        var found = new HashMap<Path, String>();
        try (var files = Files.walk(results)) {
            for (Path file : files.filter(path -> path.toString().endsWith(suffix)).toList()) {
                messageId(file).ifPresent(id -> found.put(results.relativize(file), id));
            }
        } catch (UncheckedIOException changing) {
            return found;
        }
        return found;
    }

    private static Optional<String> messageId(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(HeaderReader.read(in).header().messageId().hex());
        } catch (IOException | MessageException notYet) {
            return Optional.empty();
        }
    }

    /// In this process, which is quicker.
    private String run(String... words) throws IOException {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, UTF_8);
        var terminal = new Terminal(
                InputStream.nullInputStream(), print, print, Terminal.Prompt.NOBODY, () -> ZoneOffset.UTC, false);
        var environment = Map.of(
                "KEYHOLD_VAULT", folder.resolve("v.keyhold").toString(),
                "KEYHOLD_PASSPHRASE_FILE", folder.resolve("pass").toString());
        int exit = new Cli(
                        () -> new Wiring(Clock.systemUTC(), folder.resolve("state/keyhold")),
                        terminal,
                        environment,
                        new Interruption())
                .run(words);
        String printed = out.toString(UTF_8);
        assertThat(exit).as(said() + ": " + String.join(" ", words) + "\n" + printed).isZero();
        return printed;
    }

    private void write(Path file, int size) throws IOException {
        byte[] content = new byte[size];
        random.nextBytes(content);
        Files.write(file, content);
    }

    private String said() {
        return "seed " + seed;
    }
}
