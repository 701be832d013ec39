package app.keyhold.vault;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where a program keeps data and state on this system.
final class PlatformFolders {
    private PlatformFolders() {}

    /// `~/.local/share/keyhold`, `~/Library/Application Support/Keyhold` or `%APPDATA%\Keyhold`.
    static Path data() {
        return data(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /// Same, for what only this computer cares about.
    static Path state() {
        return state(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    static Path data(String system, Path home, Map<String, String> environment) {
        return switch (family(system)) {
            case MAC -> home.resolve("Library/Application Support/Keyhold");
            case WINDOWS -> from(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve("Keyhold");
            case OTHER -> from(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("keyhold");
        };
    }

    static Path state(String system, Path home, Map<String, String> environment) {
        return switch (family(system)) {
            case MAC -> home.resolve("Library/Application Support/Keyhold/State");
            case WINDOWS -> from(environment, "LOCALAPPDATA", home.resolve("AppData/Local")).resolve("Keyhold/State");
            case OTHER -> from(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve("keyhold");
        };
    }

    /// The XDG specification has relative values ignored.
    private static Path from(Map<String, String> environment, String name, Path otherwise) {
        var value = environment.getOrDefault(name, "");
        return value.isEmpty() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }

    private static Family family(String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return Family.MAC;
        }
        return name.contains("windows") ? Family.WINDOWS : Family.OTHER;
    }

    private enum Family {
        MAC,
        WINDOWS,
        OTHER
    }
}
