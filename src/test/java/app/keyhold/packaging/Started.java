package app.keyhold.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A process that came to its end.
record Started(int exit, String output) {
    private static final long MOST_SECONDS = 120;

    static Started run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("keyhold-test", ".out");
        try {
            var builder = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " did not end: " + Files.readString(output));
            }
            return new Started(process.exitValue(), Files.readString(output));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    static boolean isThere(String tool) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
