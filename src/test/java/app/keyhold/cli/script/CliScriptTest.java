package app.keyhold.cli.script;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plays every conversation in `src/test/resources/cli` through the same entry point the process has, on real vaults.
class CliScriptTest {
    @TempDir
    private Path folder;

    static Stream<String> conversations() throws IOException, URISyntaxException {
        try (var files = Files.list(scripts())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void goesAsWritten(String conversation) throws IOException, URISyntaxException {
        new Stage(folder).play(Script.parse(Files.readAllLines(scripts().resolve(conversation))));
    }

    private static Path scripts() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(CliScriptTest.class.getResource("/cli")).toURI());
    }
}
