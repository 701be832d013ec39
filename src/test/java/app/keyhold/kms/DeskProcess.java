package app.keyhold.kms;

import app.keyhold.audit.Chain;
import app.keyhold.audit.ChainVerifier;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.key.UpdateKeyDescription;
import app.keyhold.store.SqliteRegion;
import app.keyhold.store.StoreOptions;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A whole door before an encrypted file, in a process whose disk may be made to fail. A word on its standard input is
/// done, what came of it is the answering line.
final class DeskProcess implements AutoCloseable {
    /// Each another one, and long enough to need pages of its own.
    private static final Iterator<String> TEXTS =
            IntStream.iterate(1, i -> i + 1).mapToObj(i -> (i % 10 + " ").repeat(4_000)).iterator();

    private final Process process;
    private final BufferedWriter asked;
    private final BufferedReader answered;

    private DeskProcess(Process process) {
        this.process = process;
        this.asked = process.outputWriter(StandardCharsets.UTF_8);
        this.answered = process.inputReader(StandardCharsets.UTF_8);
    }

    /// @param before what the Java command is an argument of
    static DeskProcess start(Path file, List<String> before, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DeskProcess.class.getName(),
                file.toString()));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        var started = new DeskProcess(builder.start());
        String ready = started.answer();
        if (!ready.equals("ready")) {
            throw new IOException("The process did not open its vault: " + ready);
        }
        return started;
    }

    long pid() {
        return process.pid();
    }

    /// @param what `describe` (a change), `later` (turns its clock by a second), `fill` and `free` (the disk), `open` (how
    ///     many of its files are the database or its log), `verify`
    String ask(String what) throws IOException {
        asked.write(what + "\n");
        asked.flush();
        return answer();
    }

    private String answer() throws IOException {
        return Optional.ofNullable(answered.readLine()).orElse("it has ended");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Path filler = file.resolveSibling("filler");
        try (var key = SecretBytes.takeOver(new byte[32]);
                var vault = new SmallVault(
                        SqliteRegion.create(
                                file, key, SmallVault.IDENTITY, _ -> new SmallVault.NoSignature(), StoreOptions.LOCAL),
                        List.of(),
                        store -> store)) {
            Key described = vault.addKey();
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            say("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(switch (line) {
                    case "describe" -> describe(vault, described);
                    case "later" -> later(vault);
                    case "fill" -> fill(filler);
                    case "free" -> String.valueOf(Files.deleteIfExists(filler));
                    case "open" -> String.valueOf(openFiles(file));
                    case "verify" -> verify(vault);
                    default -> "unknown word";
                });
            }
        }
    }

    private static String describe(SmallVault vault, Key key) {
        try {
            vault.owner().call(new UpdateKeyDescription.Request(TEXTS.next(), key.id()));
            return "done";
        } catch (KmsException refusal) {
            return refusal.serviceMessage().orElse("");
        }
    }

    private static String later(SmallVault vault) {
        vault.clock.turn(Duration.ofSeconds(1));
        return "later";
    }

    private static String fill(Path filler) throws IOException {
        long written = 0;
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (int size = 1 << 16; size > 0; ) {
                size = write(out, size) ? size : size / 2;
                written += size;
            }
        }
        return written + " bytes or less";
    }

    private static boolean write(OutputStream out, int size) {
        try {
            out.write(new byte[size]);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    private static long openFiles(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(descriptor -> {
                        try {
                            String target = Files.readSymbolicLink(descriptor).toString();
                            return target.contains(name);
                        } catch (IOException closedMeanwhile) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    private static String verify(SmallVault vault) {
        var verified = ChainVerifier.verify(
                vault.region.view().audit(),
                new Chain(SmallVault.VAULT_ID, SmallVault.REGION),
                Optional.empty(),
                _ -> {});
        return verified.rows() + " rows, " + verified.findings().size() + " findings";
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
