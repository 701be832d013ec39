package app.keyhold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.Keyhold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command line in processes of its own, over one vault.
///
/// @param folder of the vault, its passphrase and its state
record CommandProcesses(Path folder) {
    static final long MOST_SECONDS = 120;

    static CommandProcesses withAVault(Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("pass"), "correct horse battery\n");
        var commands = new CommandProcesses(folder);
        assertThat(commands.run(List.of(), "vault", "create", "--kdf-memory", "8")).as(commands.printed()).isZero();
        return commands;
    }

    /// @param flags of the JVM
    /// @return the exit code
    int run(List<String> flags, String... words) throws IOException, InterruptedException {
        Process process = start(flags, words);
        assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /// Prints into a file; see [#printed].
    Process start(List<String> flags, String... words) throws IOException {
        return builder(flags, words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed.txt").toFile())
                .start();
    }

    /// Is talked to through its standard input and output.
    Process talk(String... words) throws IOException {
        return builder(List.of(), words).redirectError(folder.resolve("errors.txt").toFile()).start();
    }

    private ProcessBuilder builder(List<String> flags, String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.add(Keyhold.class.getName());
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().put("KEYHOLD_VAULT", folder.resolve("v.keyhold").toString());
        builder.environment().put("KEYHOLD_PASSPHRASE_FILE", folder.resolve("pass").toString());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        return builder;
    }

    /// What the last one that was not talked to printed.
    String printed() throws IOException {
        return Files.readString(folder.resolve("printed.txt"));
    }
}
