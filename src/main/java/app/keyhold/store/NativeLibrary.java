package app.keyhold.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where the driver finds its native library. Packaged layouts ship it unpacked and name its folder in
/// `org.sqlite.lib.path`; otherwise it is unpacked into a folder only this user can write, which goes when the program
/// ends, and not into the shared temporary folder, where others could swap it.
final class NativeLibrary {
    private static boolean prepared;

    private NativeLibrary() {}

    static synchronized void prepare() {
        if (prepared || System.getProperty("org.sqlite.lib.path") != null) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("keyhold-sqlite-");
            System.setProperty("org.sqlite.tmpdir", folder.toString());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "keyhold-sqlite-clean-up"));
            prepared = true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException inUse) {
            // Windows keeps a loaded library; the system clears its temporary folder.
        }
    }
}
