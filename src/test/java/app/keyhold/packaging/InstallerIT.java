package app.keyhold.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Starts what `mvn -Pinstaller package` built, once each.
class InstallerIT {
    private static final Path INSTALLER = Path.of(System.getProperty("keyhold.installer", "target/installer"));

    @TempDir
    private Path folder;

    enum Package {
        APP_IMAGE {
            @Override
            Path launcher(Path folder) {
                return INSTALLER.resolve("keyhold/bin/keyhold");
            }
        },
        DEB {
            @Override
            Path launcher(Path folder) throws IOException, InterruptedException {
                assumeTrue(Started.isThere("dpkg-deb"), "dpkg-deb is not here, so the .deb was not unpacked");
                var unpacked = folder.resolve("root");
                var done = Started.run(
                        Map.of(), "dpkg-deb", "-x", INSTALLER.resolve("keyhold.deb").toString(), unpacked.toString());
                assertThat(done).isEqualTo(new Started(0, ""));
                return unpacked.resolve("usr/bin/keyhold");
            }
        };

        abstract Path launcher(Path folder) throws IOException, InterruptedException;
    }

    @ParameterizedTest
    @EnumSource
    void runsACommand(Package form) throws IOException, InterruptedException {
        var said = Started.run(home(), form.launcher(folder).toString(), "--version");
        assertThat(said.output()).startsWith("Keyhold ");
        assertThat(said.exit()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void opensItsDatabaseWithItsOwnLibrary(Package form) throws IOException, InterruptedException {
        var passphrase = Files.writeString(folder.resolve("pass"), "correct horse battery\n");
        var temporary = Files.createDirectory(folder.resolve("tmp"));
        var said = Started.run(
                Map.of("HOME", folder.toString(), "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary),
                form.launcher(folder).toString(),
                "vault",
                "create",
                "--kdf-memory",
                "8",
                "--vault",
                folder.resolve("v.keyhold").toString(),
                "--passphrase-file",
                passphrase.toString());
        assertThat(said.exit()).as(said.output()).isZero();
        assertThat(temporary).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void takesItsClassesFromTheCache(Package form) throws IOException, InterruptedException {
        var said = Started.run(loggingClasses(), form.launcher(folder).toString(), "help");
        assertThat(said.output()).contains("app.keyhold.cli.Cli source: shared objects file");
    }

    /// The virtual machine of JDK 25 would not notice: JDK-8377932.
    @Test
    void runsTheCodeOfAJarThatWasSwapped() throws IOException, InterruptedException {
        Path image = linkedCopy(INSTALLER.resolve("keyhold"), folder.resolve("image"));
        String launcher = image.resolve("bin/keyhold").toString();
        assertThat(Started.run(loggingClasses(), launcher, "help").output())
                .contains("The commonest operations on keys", "app.keyhold.cli.Cli source: shared objects file");
        Path jar = image.resolve("lib/app/keyhold.jar");
        byte[] old = Files.readAllBytes(jar);
        Files.delete(jar);
        Files.write(jar, old);
        replaceText(jar, "app/keyhold/cli/command/Commands.class", "The commonest operations", "The swapped jar's orders");
        assertThat(Started.run(home(), launcher, "help").output()).contains("The swapped jar's orders on keys");
    }

    /// In a constant of a class; both texts have the same length.
    private static void replaceText(Path jar, String entry, String old, String replacement) throws IOException {
        try (var zip = FileSystems.newFileSystem(jar)) {
            String bytes = Files.readString(zip.getPath(entry), StandardCharsets.ISO_8859_1);
            assertThat(bytes).contains(old);
            Files.writeString(zip.getPath(entry), bytes.replace(old, replacement), StandardCharsets.ISO_8859_1);
        }
    }

    private static Path linkedCopy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    link(path, copy);
                }
            }
        }
        return to;
    }

    private static void link(Path path, Path copy) throws IOException {
        try {
            Files.createLink(copy, path);
        } catch (FileSystemException otherFileSystem) {
            Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsAWindow(Package form) throws IOException, InterruptedException {
        assumeTrue(
                Started.isThere("Xvfb") && Started.isThere("xdotool"),
                "Xvfb and xdotool are not here, so no window was opened");
        try (var screen = VirtualScreen.start()) {
            var builder = new ProcessBuilder(form.launcher(folder).toString()).redirectErrorStream(true);
            builder.environment().putAll(home());
            builder.environment().put("DISPLAY", screen.display());
            builder.redirectOutput(folder.resolve("desktop.log").toFile());
            Process desktop = builder.start();
            try {
                assertThat(screen.window(desktop, "Keyhold", 60))
                        .as(Files.readString(folder.resolve("desktop.log")))
                        .contains("Keyhold");
                assertThat(folder.resolve(".openjfx")).doesNotExist();
            } finally {
                desktop.destroy();
                desktop.waitFor(20, TimeUnit.SECONDS);
                desktop.destroyForcibly();
            }
        }
    }

    @Test
    void theDebNamesNoLibraryVersionOfTheBuildingMachine() throws IOException, InterruptedException {
        assumeTrue(Started.isThere("dpkg-deb"), "dpkg-deb is not here, so the .deb was not read");
        var control = Started.run(
                Map.of(), "dpkg-deb", "-f", INSTALLER.resolve("keyhold.deb").toString(), "Depends");
        assertThat(control.output().strip()).isEqualTo("libc6");
    }

    private Map<String, String> loggingClasses() {
        var environment = new HashMap<>(home());
        environment.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load");
        return environment;
    }

    private Map<String, String> home() {
        return Map.of("HOME", folder.toString(), "XDG_DATA_HOME", folder + "/data", "XDG_STATE_HOME", folder + "/state");
    }
}
