package app.keyhold.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;

/// What a command reads from and writes to.
///
/// @param zone in which times are shown
public record Terminal(InputStream in, PrintStream out, PrintStream err, Prompt prompt, ZoneId zone) {
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
                ZoneId.systemDefault());
    }

    private static Optional<char[]> askPerson(String question) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return Optional.empty();
        }
        return Optional.ofNullable(console.readPassword("%s: ", question));
    }
}
