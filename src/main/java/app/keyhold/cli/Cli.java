package app.keyhold.cli;

import app.keyhold.cli.command.Commands;
import app.keyhold.files.WarmUp;
import app.keyhold.vault.FirstUse;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// One command from its words to its exit code.
public final class Cli {
    private static final int HELP_WIDTH = 110;
    private static final String DESKTOP = "desktop";
    /// Words of commands that unlock nothing.
    private static final Set<String> LOCKED = Set.of("help", "--help", "-h", "inspect", "info", "demo");
    /// Behind these come files, whatever they are called.
    private static final Set<String> BULK = Set.of("encrypt", "decrypt", "reencrypt");

    private final Supplier<Rooms> rooms;
    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Interruption interruption;

    /// @param rooms made when a command first needs one, so that `--version` needs none
    public Cli(
            Supplier<Rooms> rooms, Terminal terminal, Map<String, String> environment, Interruption interruption) {
        this.rooms = rooms;
        this.terminal = terminal;
        this.environment = environment;
        this.interruption = interruption;
    }

    /// @return the exit code
    public int run(String... words) {
        int exit = execute(words);
        if (terminal.out().checkError() && exit == ExitCode.DONE.number()) {
            terminal.err().println("keyhold: Standard output could not be written; the result is not complete.");
            return ExitCode.NO_SPACE.number();
        }
        return exit;
    }

    private int execute(String... words) {
        if (words.length == 1 && words[0].equals("--version")) {
            // Scripts ask this often; the tree of commands takes ten times as long to build.
            terminal.out().println(version());
            return ExitCode.DONE.number();
        }
        var once = new Once<>(rooms);
        boolean namesFiles = words.length > 0 && BULK.contains(words[0]);
        if (namesFiles || Arrays.stream(words).noneMatch(LOCKED::contains)) {
            boolean bulk = Arrays.stream(words).anyMatch(BULK::contains);
            FirstUse.beside(bulk ? () -> warmUp(List.of(words), once) : () -> {});
        }
        if (words.length == 0 || words.length == 1 && words[0].equals(DESKTOP)) {
            return openDesktop();
        }
        var options = new GlobalOptions(environment);
        var shell = new Shell(options, once, terminal, interruption);
        var command = List.of(words);
        CommandLine commands = Commands.tree(options, shell, command)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                // `@FILE` means a request's file, not more words of the command.
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((thrown, _, _) -> fail(thrown, options))
                .setParameterExceptionHandler((misuse, _) -> explain(misuse, options));
        commands.getCommandSpec().version(version());
        try {
            return commands.execute(command.toArray(String[]::new));
        } catch (Error fatal) {
            return fail(fatal, options);
        }
    }

    /// With one processor, practice would only hold up the derivation that it is to pass beside.
    private static void warmUp(List<String> words, Supplier<Rooms> rooms) {
        WarmUp.runFor(words);
        if (Runtime.getRuntime().availableProcessors() > 1) {
            rooms.get().practise(WarmUp.practiceFor(words));
        }
    }

    /// In these words there is nothing to parse, and getting ready for that takes a tenth of a second.
    private int openDesktop() {
        try {
            rooms.get().desktop(GlobalOptions.vaultOf(environment), List.of());
            return ExitCode.DONE.number();
        } catch (RuntimeException | Error failure) {
            return fail(failure, new GlobalOptions(environment));
        }
    }

    private int fail(Throwable thrown, GlobalOptions options) {
        Failure failure = Failure.of(thrown);
        failure.print(terminal, options.output());
        return failure.exit().number();
    }

    private int explain(ParameterException misuse, GlobalOptions options) {
        String command = misuse.getCommandLine().getCommandSpec().qualifiedName();
        String message = Optional.ofNullable(misuse.getMessage()).orElse("The command could not be understood");
        new Failure(ExitCode.USAGE, "Usage", message, Optional.of("`" + command + " --help` explains it."))
                .print(terminal, options.output());
        return ExitCode.USAGE.number();
    }

    /// As the jar's manifest has it.
    private static String version() {
        return "Keyhold "
                + Optional.ofNullable(Cli.class.getPackage().getImplementationVersion()).orElse("from its source tree");
    }

    /// For several threads.
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> make;
        private Optional<T> made = Optional.empty();

        Once(Supplier<T> make) {
            this.make = make;
        }

        @Override
        public synchronized T get() {
            if (made.isEmpty()) {
                made = Optional.of(make.get());
            }
            return made.get();
        }
    }
}
