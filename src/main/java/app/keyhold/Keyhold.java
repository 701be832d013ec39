package app.keyhold;

import app.keyhold.cli.Cli;
import app.keyhold.cli.Interruption;
import app.keyhold.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Where it starts: with a command the command line, without one the desktop.
public final class Keyhold {
    private Keyhold() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 2 && arguments[0].equals("rehearse")) {
            new Rehearsal(Path.of(arguments[1])).run(); // by builds alone, so no command explains it
            return;
        }
        if (arguments.length == 2 && arguments[0].equals("rehearse-desktop")) {
            new DesktopRehearsal(Path.of(arguments[1])).run(); // likewise
            System.exit(0);
        }
        System.exit(command(Terminal.ofProcess(), System.getenv(), arguments));
    }

    /// @return the exit code
    static int command(Terminal terminal, Map<String, String> environment, String... words) {
        var interruption = new Interruption();
        interruption.watchSignals();
        return new Cli(Wiring::new, terminal, environment, interruption).run(words);
    }
}
