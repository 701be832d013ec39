package app.keyhold;

import app.keyhold.cli.Cli;
import app.keyhold.cli.Interruption;
import app.keyhold.cli.Terminal;

/// Where it starts: with a command the command line, without one the desktop.
public final class Keyhold {
    private Keyhold() {}

    public static void main(String[] arguments) {
        var interruption = new Interruption();
        interruption.watchSignals();
        System.exit(new Cli(Wiring::new, Terminal.ofProcess(), System.getenv(), interruption).run(arguments));
    }
}
