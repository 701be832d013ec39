package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a program in a process with mounts of its own, where disks can be made without being root.
public final class OwnMounts {
    private OwnMounts() {}

    /// Skips the test where the system has no such thing.
    ///
    /// @param script for `sh`: mounts at `$1`, which is `folder`, or says `no mount`; then starts the program by
    ///     `exec "$2" -cp "$3" "$4"`. `$5` is the first of `more`
    /// @return the lines it said
    public static List<String> run(String script, Path folder, Class<?> program, String... more)
            throws InterruptedException {
        var command = new ArrayList<>(List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                script,
                "sh",
                folder.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(List.of(more));
        List<String> said = said(new ProcessBuilder(command).redirectErrorStream(true));
        assumeTrue(!said.isEmpty() && !said.contains("no mount"), "no mount namespace here: " + said);
        return said;
    }

    private static List<String> said(ProcessBuilder builder) throws InterruptedException {
        try {
            var process = builder.start();
            var said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return said;
        } catch (IOException noUnshare) {
            return List.of();
        }
    }
}
