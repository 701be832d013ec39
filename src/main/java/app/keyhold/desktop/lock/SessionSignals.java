package app.keyhold.desktop.lock;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Hears from a Linux desktop that its session was locked or the computer is about to sleep, by listening to D-Bus with
/// the system's own `gdbus`. Where that is missing, or nobody answers on the bus, nothing is heard, and [AutoLock]'s look
/// at the clock still finds a sleep afterwards. No other process is told anything.
public final class SessionSignals implements AutoCloseable {
    private static final Pattern SLEEP = Pattern.compile("PrepareForSleep \\(true"); // not words
    private static final Pattern LOCK =
            Pattern.compile("login1\\.Session\\.Lock \\(|ScreenSaver\\.ActiveChanged \\(true"); // not words
    private static final String PROGRAM = "gdbus";

    private static final Pattern OWNED = Pattern.compile("^The name \\S+ is owned by "); // not words
    private static final Pattern FREE = Pattern.compile("^The name \\S+ does not have an owner"); // not words

    private final Consumer<AutoLock.Reason> heard;
    private final BiConsumer<LockSignal, LockSignal.State> told;
    private final List<Process> listening = new ArrayList<>();

    private SessionSignals(Consumer<AutoLock.Reason> heard, BiConsumer<LockSignal, LockSignal.State> told) {
        this.heard = heard;
        this.told = told;
    }

    /// @param heard told on a thread of its own
    /// @param told which signals are heard here, each time that changes; on a thread of its own, or at once
    public static SessionSignals listen(
            Consumer<AutoLock.Reason> heard, BiConsumer<LockSignal, LockSignal.State> told) {
        return listen(Optional.ofNullable(System.getenv("PATH")).orElse(""), heard, told);
    }

    /// @param path folders to look for the program in, as `PATH` has them
    static SessionSignals listen(
            String path, Consumer<AutoLock.Reason> heard, BiConsumer<LockSignal, LockSignal.State> told) {
        var signals = new SessionSignals(heard, told);
        Optional<Path> program = Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
        for (LockSignal signal : LockSignal.values()) {
            program.ifPresentOrElse(
                    found -> signals.start(found, signal), () -> told.accept(signal, LockSignal.State.DEAF));
        }
        return signals;
    }

    private void start(Path program, LockSignal signal) {
        try {
            Process process = new ProcessBuilder(
                            program.toString(), "monitor", signal.bus(), "--dest", signal.sender())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            listening.add(process);
            Thread.ofPlatform().daemon().name("keyhold-signals").start(() -> read(process, signal));
        } catch (IOException notToBeStarted) {
            told.accept(signal, LockSignal.State.DEAF);
        }
    }

    private void read(Process process, LockSignal signal) {
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                state(line).ifPresent(state -> told.accept(signal, state));
                reason(line).ifPresent(heard);
            }
        } catch (IOException ended) {
            // As when the desktop ends.
        }
        told.accept(signal, LockSignal.State.SILENT);
    }

    static Optional<LockSignal.State> state(String line) {
        if (OWNED.matcher(line).find()) {
            return Optional.of(LockSignal.State.HEARD);
        }
        return FREE.matcher(line).find() ? Optional.of(LockSignal.State.SILENT) : Optional.empty();
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
