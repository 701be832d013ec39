package app.keyhold.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/// What a command reads from and writes to.
///
/// @param zone in which times are shown; asked for by commands that show any, as finding it out takes longer than most commands
/// @param watched whether a person sees `err` while it is being written
public record Terminal(
        InputStream in, PrintStream out, PrintStream err, Prompt prompt, Supplier<ZoneId> zone, boolean watched) {
    /// Asks a person for something that must not be seen.
    public interface Prompt {
        /// Nobody is there to ask.
        Prompt NOBODY = question -> Optional.empty();

        /// Without echo; empty if there is nobody to ask. The caller wipes the answer.
        Optional<char[]> ask(String question);
    }

    /// The process's own streams, in UTF-8.
    public static Terminal ofProcess() {
        return new Terminal(
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Terminal::askPerson,
                ZoneId::systemDefault,
                isWatched());
    }

    /// Java tells of standard input and output only; Linux tells of standard error.
    private static boolean isWatched() {
        try {
            String to = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return to.startsWith("/dev/pts/") || to.startsWith("/dev/tty") || to.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException notLinux) {
            Console console = System.console();
            return console != null && console.isTerminal();
        }
    }

    private static Optional<char[]> askPerson(String question) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return Optional.empty();
        }
        return Optional.ofNullable(console.readPassword("%s: ", question));
    }
}
