package app.keyhold.message;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What fuzzing starts from and what it has found: messages of the AWS Encryption SDK in every suite, and bytes on which
/// the reader once did something else than it should.
class MessageSeedsTest {
    static Stream<Path> seeds() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(MessageSeedsTest.class.getResource("/message/seeds")).toURI());
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areReadOrRefused(Path seed) throws IOException {
        MessageFuzz.fuzzerTestOneInput(Files.readAllBytes(seed));
    }
}
