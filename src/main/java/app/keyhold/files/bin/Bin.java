package app.keyhold.files.bin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;

/// Takes files and folders as they are. Thread-safe.
public interface Bin {
    /// @throws NoBinException if there is no bin for it; it stays where it is
    /// @throws IOException if it could not be moved; it stays where it is
    void put(Path file) throws IOException;

    /// The bin that the desktop of this computer shows.
    static Bin ofThisComputer(InstantSource clock) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.contains("mac") || system.contains("windows")
                ? new PlatformBin()
                : new FreeDesktopBin(home(Path.of(System.getProperty("user.home")), System.getenv()), clock);
    }

    /// A bin in `folder`, for demos and tests.
    static Bin in(Path folder, InstantSource clock) {
        return new FreeDesktopBin(folder, clock);
    }

    private static Path home(Path userHome, Map<String, String> environment) {
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        boolean told = !data.isEmpty() && Path.of(data).isAbsolute();
        return (told ? Path.of(data) : userHome.resolve(".local/share")).resolve("Trash");
    }
}
