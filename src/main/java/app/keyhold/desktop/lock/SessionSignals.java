package app.keyhold.desktop.lock;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Hears from a Linux desktop that its session was locked or the computer is about to sleep, by listening to D-Bus with
/// the system's own `gdbus`. Where that is missing, or nobody answers on the bus, nothing is heard, and [AutoLock]'s look
/// at the clock still finds a sleep afterwards. No other process is told anything.
public final class SessionSignals implements AutoCloseable {
    private static final Pattern SLEEP = Pattern.compile("PrepareForSleep \\(true");
    private static final Pattern LOCK =
            Pattern.compile("login1\\.Session\\.Lock \\(|ScreenSaver\\.ActiveChanged \\(true");
    private static final String PROGRAM = "gdbus";

    /// What is listened to: the bus, and the name on it.
    private record Source(String bus, String name) {}

    private static final List<Source> SOURCES = List.of(
            new Source("--system", "org.freedesktop.login1"),
            new Source("--session", "org.freedesktop.ScreenSaver"),
            new Source("--session", "org.gnome.ScreenSaver"));

    private final Consumer<AutoLock.Reason> heard;
    private final List<Process> listening = new ArrayList<>();

    private SessionSignals(Consumer<AutoLock.Reason> heard) {
        this.heard = heard;
    }

    /// @param heard told on a thread of its own
    public static SessionSignals listen(Consumer<AutoLock.Reason> heard) {
        return listen(Optional.ofNullable(System.getenv("PATH")).orElse(""), heard);
    }

    /// @param path folders to look for the program in, as `PATH` has them
    static SessionSignals listen(String path, Consumer<AutoLock.Reason> heard) {
        var signals = new SessionSignals(heard);
        Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(program -> SOURCES.forEach(source -> signals.start(program, source)));
        return signals;
    }

    private void start(Path program, Source source) {
        try {
            Process process = new ProcessBuilder(
                            program.toString(), "monitor", source.bus(), "--dest", source.name())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            listening.add(process);
            Thread.ofPlatform().daemon().name("keyhold-signals").start(() -> read(process));
        } catch (IOException notToBeStarted) {
            // Nothing is heard from there.
        }
    }

    private void read(Process process) {
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reason(line).ifPresent(heard);
            }
        } catch (IOException ended) {
            // As when the desktop ends.
        }
    }

    static Optional<AutoLock.Reason> reason(String line) {
        if (SLEEP.matcher(line).find()) {
            return Optional.of(AutoLock.Reason.SLEPT);
        }
        return LOCK.matcher(line).find() ? Optional.of(AutoLock.Reason.SESSION_LOCKED) : Optional.empty();
    }

    @Override
    public void close() {
        listening.forEach(Process::destroy);
    }
}
