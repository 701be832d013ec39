package app.keyhold;

import app.keyhold.cli.Cli;
import app.keyhold.cli.Interruption;
import app.keyhold.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
        int code = command(Terminal.ofProcess(), System.getenv(), arguments);
        // Not always: System.exit first looks for a logger to tell, which takes milliseconds.
        if (code != 0 || isKeptRunning()) {
            System.exit(code);
        }
    }

    /// Whether the process would not end by itself.
    private static boolean isKeptRunning() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        var threads = new Thread[all.activeCount() + 8];
        int count = all.enumerate(threads);
        return count == threads.length
                || Arrays.stream(threads, 0, count)
                        .anyMatch(thread -> !thread.isDaemon() && thread != Thread.currentThread());
    }

    /// @return the exit code
    static int command(Terminal terminal, Map<String, String> environment, String... words) {
        var interruption = new Interruption();
        interruption.watchSignals();
        return new Cli(Wiring::new, terminal, environment, interruption).run(words);
    }
}
