package app.keyhold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/// A process that dies between two bytes while it rotates one key after the other, as `kill -9` or a power cut does it.
class KilledRotationTest {
    private static final Pattern CIPHERTEXT = Pattern.compile("\"CiphertextBlob\":\"([^\"]+)\"");
    private static final Pattern KEY_ID = Pattern.compile("\"KeyId\":\"([^\"]+)\"");
    private static final Pattern ON_DEMAND = Pattern.compile("\"RotationType\":\"ON_DEMAND\"");
    private static final String PLAINTEXT = "c2FsYXJpZXM=";
    /// What the service allows one key.
    private static final int ROTATIONS = 25;

    @TempDir
    private Path folder;

    private CommandProcesses commands;
    private String key = "";

    @BeforeEach
    void makeAKey() throws IOException, InterruptedException {
        commands = CommandProcesses.withAVault(folder);
        succeed("call", "CreateKey", "--output", "json");
        key = KEY_ID.matcher(commands.printed()).results().findFirst().orElseThrow().group(1);
    }

    @RepeatedTest(3)
    void losesNothingThatWasAnswered(RepetitionInfo repetition) throws IOException, InterruptedException {
        var dice = new Random(repetition.getCurrentRepetition());
        List<String> answers = rotateUntilKilled(dice.nextInt(2, 2 * ROTATIONS - 5));

        succeed("audit", "verify");
        succeed("vault", "check");
        succeed("call", "ListKeyRotations", "{\"KeyId\":\"" + key + "\"}", "--output", "json");
        long rotated = answers.stream().filter(answer -> !answer.contains("CiphertextBlob")).count();
        assertThat(ON_DEMAND.matcher(commands.printed()).results().count()).isBetween(rotated, rotated + 1);
        List<String> sealed = answers.stream()
                .flatMap(answer -> CIPHERTEXT.matcher(answer).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(sealed).isNotEmpty();
        for (String answer : open(sealed)) {
            assertThat(answer).contains("\"Plaintext\":\"" + PLAINTEXT + "\"");
        }
    }

    /// Encrypts and rotates in turn.
    ///
    /// @param answers after how many of them the process is killed
    /// @return what was answered
    private List<String> rotateUntilKilled(int answers) throws IOException, InterruptedException {
        var calls = new ArrayList<String>();
        for (int i = 0; i < ROTATIONS; i++) {
            calls.add(line("Encrypt", "{\"KeyId\":\"" + key + "\",\"Plaintext\":\"" + PLAINTEXT + "\"}"));
            calls.add(line("RotateKeyOnDemand", "{\"KeyId\":\"" + key + "\"}"));
        }
        Process process = ask(calls);
        var answered = new ArrayList<String>();
        try (BufferedReader lines = process.inputReader()) {
            for (int i = 0; i < answers; i++) {
                answered.add(lines.readLine());
            }
            // By its handle, which leaves the pipe open: what was answered before the end still lies in it.
            process.toHandle().destroyForcibly();
            lines.lines().filter(line -> line.endsWith("}}")).forEach(answered::add);
        }
        process.waitFor();
        assertThat(answered).allMatch(answer -> answer.startsWith("{\"Response\""));
        return answered;
    }

    private List<String> open(List<String> sealed) throws IOException, InterruptedException {
        Process process = ask(sealed.stream()
                .map(blob -> line("Decrypt", "{\"CiphertextBlob\":\"" + blob + "\"}"))
                .toList());
        List<String> answers = process.inputReader().lines().toList();
        assertThat(process.waitFor(CommandProcesses.MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(answers).hasSameSizeAs(sealed);
        return answers;
    }

    private Process ask(List<String> calls) throws IOException {
        Process process = commands.talk("call", "--lines");
        try (var in = process.outputWriter()) {
            in.write(String.join("\n", calls) + "\n");
        }
        return process;
    }

    private static String line(String operation, String request) {
        return "{\"Operation\":\"" + operation + "\",\"Request\":" + request + "}";
    }

    private void succeed(String... words) throws IOException, InterruptedException {
        assertThat(commands.run(List.of(), words)).as(commands.printed()).isZero();
    }
}
