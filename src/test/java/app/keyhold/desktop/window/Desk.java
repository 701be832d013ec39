package app.keyhold.desktop.window;

import java.awt.Point;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A virtual X display with a window manager, and the programs started on it; all end with it.
final class Desk implements AutoCloseable {
    private static final List<String> PROGRAMS = List.of("Xvfb", "openbox", "xdotool");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration A_STEP = Duration.ofSeconds(8);
    private static final int LAST_LINES = 20;

    private final List<Process> started = new ArrayList<>();
    private final Path logs;
    private final String display;

    Desk(Path logs) throws IOException, InterruptedException {
        this.logs = logs;
        Path number = logs.resolve("display");
        Process server = new ProcessBuilder(
                        "sh", "-c", "exec Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset 3> '" + number + "'")
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve("Xvfb.log").toFile())
                .start();
        started.add(server);
        if (!holdsWithin(PATIENCE, () -> Files.exists(number) && !Files.readString(number).isBlank())) {
            throw new AssertionError("Xvfb doesn't answer: " + Files.readString(logs.resolve("Xvfb.log")));
        }
        display = ":" + Files.readString(number).strip();
        manage();
    }

    /// The server names its display a little before it lets the first client in, and a window manager that was turned away
    /// is gone: without one, no window ever has the keyboard.
    private void manage() throws IOException, InterruptedException {
        awaitThat("the display lets a client in", () -> xdotool("getdisplaygeometry").matches("\\d+ \\d+"));
        start("openbox", "openbox");
        awaitThat("openbox manages the windows", () -> xdotool("get_num_desktops").matches("\\d+"));
    }

    /// @param more what else the test starts
    static Optional<String> missing(String... more) {
        return Stream.concat(PROGRAMS.stream(), Stream.of(more))
                .filter(program -> Stream.of(System.getenv("PATH").split(":"))
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder, program))))
                .findFirst();
    }

    Process start(String name, String... command) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve(name + ".log").toFile());
        builder.environment().put("DISPLAY", display);
        builder.environment().put("HOME", logs.toString());
        builder.environment().put("XDG_STATE_HOME", logs.toString());
        builder.environment().remove("WAYLAND_DISPLAY");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /// The command that runs `main` of the tests with a real window.
    static String[] java(Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--add-modules",
                "javafx.controls,javafx.fxml,javafx.swing",
                "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dglass.platform=gtk",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    /// @return what xdotool said
    String xdotool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add("xdotool");
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(20, TimeUnit.SECONDS);
        return said.strip();
    }

    /// The newest visible window with this in its title or class, in the place given.
    String place(String kind, String what, int x, int y, int width, int height) throws Exception {
        awaitThat("a window of " + what, () -> !window(kind, what).isEmpty());
        String window = window(kind, what);
        xdotool("windowsize", "--sync", window, String.valueOf(width), String.valueOf(height));
        xdotool("windowmove", "--sync", window, String.valueOf(x), String.valueOf(y));
        return window;
    }

    private String window(String kind, String what) throws IOException, InterruptedException {
        String found = xdotool("search", "--onlyvisible", kind, what);
        List<String> ids = found.lines().filter(line -> line.matches("\\d+")).toList();
        return ids.isEmpty() ? "" : ids.getLast();
    }

    /// Presses at one point, moves in small steps as a hand does, lets go at the other.
    private void drag(Point from, Point to) throws IOException, InterruptedException {
        moveTo(from.x, from.y);
        xdotool("mousedown", "1");
        int steps = 24;
        for (int i = 1; i <= steps; i++) {
            moveTo(from.x + (to.x - from.x) * i / steps, from.y + (to.y - from.y) * i / steps);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        for (int i = 0; i < 6; i++) {
            moveTo(to.x + i % 2, to.y);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        xdotool("mouseup", "1");
    }

    private void moveTo(int x, int y) throws IOException, InterruptedException {
        xdotool("mousemove", String.valueOf(x), String.valueOf(y));
    }

    void awaitThat(String what, Condition condition) throws IOException, InterruptedException {
        repeatUntil(what, condition, () -> TimeUnit.MILLISECONDS.sleep(100));
    }

    /// Types a line into a window's only field until that has worked. A key pressed while the window manager is passing the
    /// keyboard on reaches nobody, so nothing is typed before the window has it, and a line that arrived in part is typed
    /// again.
    void typeUntil(String what, String window, String line, Condition condition) throws IOException, InterruptedException {
        repeatUntil(what, condition, () -> {
            if (xdotool("getactivewindow").equals(window)) {
                xdotool("key", "ctrl+a");
                xdotool("type", "--delay", "20", line);
                xdotool("key", "Return");
                holdsWithin(A_STEP, condition);
            } else {
                xdotool("windowactivate", window);
                TimeUnit.MILLISECONDS.sleep(500);
            }
        });
    }

    /// Drags from one point to another until that has worked: the file manager may not have painted the file yet.
    void dragUntil(String what, Point from, Point to, Condition condition) throws IOException, InterruptedException {
        repeatUntil(what, condition, () -> {
            drag(from, to);
            holdsWithin(A_STEP, condition);
        });
    }

    private void repeatUntil(String what, Condition condition, Step step) throws IOException, InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("Waited in vain until " + what + ".\n" + seen());
            }
            step.take();
        }
    }

    private static boolean holdsWithin(Duration time, Condition condition) throws IOException, InterruptedException {
        Instant until = Instant.now().plus(time);
        while (!condition.holds()) {
            if (Instant.now().isAfter(until)) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return true;
    }

    /// What tells why nothing happened: the windows, and the last that each program said.
    private String seen() throws IOException, InterruptedException {
        var seen = new StringBuilder("Active is ").append(xdotool("getactivewindow", "getwindowname", "getwindowgeometry"));
        for (String id : xdotool("search", "--onlyvisible", "--name", ".").lines().toList()) {
            seen.append('\n').append(xdotool("getwindowname", id)).append(": ").append(xdotool("getwindowgeometry", id));
        }
        try (var files = Files.newDirectoryStream(logs, "*.log")) {
            for (Path log : files) {
                List<String> lines = Files.readAllLines(log);
                seen.append('\n').append(log.getFileName()).append(": ");
                seen.append(String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
            }
        }
        return seen.toString();
    }

    @Override
    public void close() {
        started.reversed().forEach(Process::destroy);
        started.forEach(process -> {
            try {
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        });
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private interface Step {
        void take() throws IOException, InterruptedException;
    }
}
