package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiskFailureTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new FileAlreadyExistsException("x"), VaultException.Kind.EXISTS),
                Arguments.of(new NoSuchFileException("x"), VaultException.Kind.NOT_FOUND),
                Arguments.of(new AccessDeniedException("x"), VaultException.Kind.NO_SPACE),
                Arguments.of(new UncheckedIOException(new NoSuchFileException("x")), VaultException.Kind.NOT_FOUND),
                Arguments.of(new IOException("Input/output error"), VaultException.Kind.IN_USE));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureHasItsOwnOutcome(Exception failure, VaultException.Kind kind) {
        assertThat(DiskFailure.of("It failed", failure).kind()).isEqualTo(kind);
    }

    @Test
    void aFullDiskSaysSoWithExitCode8() {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs Linux' always full device");

        try {
            Files.write(full, new byte[] {1});
            throw new AssertionError("/dev/full took a byte");
        } catch (IOException failure) {
            assertThat(DiskFailure.of("It failed", failure).kind().exitCode()).isEqualTo(8);
        }
    }
}
