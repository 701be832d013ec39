package app.keyhold.packaging;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// An X server without a screen, on a display number of its own choosing.
record VirtualScreen(Process server, String display) implements AutoCloseable {
    static VirtualScreen start() throws IOException {
        var builder = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Process server = builder.start();
        String number = server.inputReader().readLine();
        return new VirtualScreen(server, ":" + number);
    }

    /// Waits for a window whose title holds `title`.
    ///
    /// @return its title, empty if none came in time or `program` ended
    Optional<String> window(Process program, String title, int seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end && program.isAlive()) {
            var found = Started.run(Map.of("DISPLAY", display), "xdotool", "search", "--onlyvisible", "--name", title);
            if (found.exit() == 0) {
                String id = found.output().lines().findFirst().orElseThrow();
                return Optional.of(Started.run(Map.of("DISPLAY", display), "xdotool", "getwindowname", id)
                        .output()
                        .strip());
            }
            program.waitFor(200, TimeUnit.MILLISECONDS);
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        server.destroy();
    }
}
