package app.keyhold.cli.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyhold.Wiring;
import app.keyhold.cli.Cli;
import app.keyhold.cli.Interruption;
import app.keyhold.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a script is played: a folder, a clock, an environment. Besides `keyhold` it knows
/// `set NAME=VALUE`, `clock DAYS` (forward), `flip FILE OFFSET` (one bit of one byte; a negative offset counts from the
/// end), `replace FILE FROM TO`, `copy A B`, `move A B`, `remove FILE`, `same A B`, `absent FILE`, `mkdir DIR`, `list DIR`,
/// `show FILE`.
final class Stage {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private final Path folder;
    private final TurnedClock clock = new TurnedClock();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Expected expected = new Expected(words);

    Stage(Path folder) {
        this.folder = folder;
        words.put("W", folder.toString());
    }

    /// `{name}` in what follows.
    Stage say(String name, String word) {
        words.put(name, word);
        return this;
    }

    record Printed(int exit, List<String> output, List<String> errors) {}

    void play(Script script) throws IOException {
        for (var file : script.files().entrySet()) {
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            Files.writeString(folder.resolve(file.getKey()), expected.filled(file.getValue()));
        }
        for (Script.Step step : script.steps()) {
            Printed printed = run(step);
            var complaints = new ArrayList<String>();
            if (printed.exit() != step.exit()) {
                complaints.add("exit code " + printed.exit() + " instead of " + step.exit());
            }
            expected.misfit(step.output(), printed.output()).ifPresent(misfit -> complaints.add("stdout: " + misfit));
            expected.misfit(step.errors(), printed.errors()).ifPresent(misfit -> complaints.add("stderr: " + misfit));
            if (!complaints.isEmpty()) {
                throw new AssertionError("Line " + step.line() + ": $ " + step.command() + "\n"
                        + String.join("\n", complaints) + "\nprinted " + printed);
            }
        }
    }

    private Printed run(Script.Step step) throws IOException {
        List<String> command = split(step.command());
        String[] arguments = command.subList(1, command.size()).toArray(String[]::new);
        return switch (command.getFirst()) {
            case "keyhold" -> keyhold(step, arguments);
            case "set" -> {
                String[] pair = arguments[0].split("=", 2);
                environment.put(pair[0], pair[1]);
                yield told();
            }
            case "clock" -> {
                clock.forward(Duration.ofDays(Long.parseLong(arguments[0])));
                yield told();
            }
            default -> told(new Handiwork(folder).done(command.getFirst(), arguments));
        };
    }

    private Printed keyhold(Script.Step step, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var answers = new ArrayDeque<>(step.answers());
        String input = step.input().isEmpty() ? "" : expected.filled(String.join("\n", step.input())) + "\n";
        var terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                question -> Optional.ofNullable(answers.poll()).map(expected::filled).map(String::toCharArray),
                () -> ZoneOffset.UTC,
                false);
        var cli = new Cli(
                () -> new Wiring(clock, folder.resolve("state")), terminal, environment, new Interruption());
        int exit = cli.run(arguments);
        return new Printed(exit, lines(out), lines(err));
    }

    private List<String> split(String command) {
        var parts = new ArrayList<String>();
        var word = WORD.matcher(command);
        while (word.find()) {
            parts.add(expected.filled(word.group(1) != null ? word.group(1) : word.group(2)));
        }
        return parts;
    }

    private static Printed told(String... lines) {
        return new Printed(0, Arrays.asList(lines), List.of());
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8).lines().toList();
    }
}
