package app.keyhold.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Messages that were written once and must be opened, or refused for just that reason, for ever: by way of another
/// reason a fault in one check hides behind the next. The AWS Encryption SDK for Java 3.0.2 wrote those called `v1-` and
/// `v2-`, from the 100 bytes 0, 1, … 99 with frames of 64 bytes or none and the context `purpose` = `golden`, under the
/// key of a [LocalKeyring] of 32 zero bytes; the others are those, changed as their names say.
class MessageVectorsTest {
    static Stream<MessageVector> vectors() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(MessageVectorsTest.class.getResource("/message/vectors")).toURI());
        var vectors = new ArrayList<MessageVector>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                vectors.add(MessageVector.read(file));
            }
        }
        return List.copyOf(vectors).stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void areOpenedOrRefusedForTheirReason(MessageVector vector) throws IOException {
        if (vector.opens()) {
            assertThat(vector.open(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)).isEqualTo(plaintext());
            return;
        }
        var refused = catchThrowableOfType(
                MessageException.class, () -> vector.open(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT));

        assertThat(refused.kind().name()).isEqualTo(vector.expected().get("expect"));
        assertThat(refused).hasMessage(vector.expected().get("says"));
        vector.offset().ifPresent(offset -> assertThat(refused.offset()).isEqualTo(offset));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void areNeverOpenedWithoutACommitmentUnlessAllowed(MessageVector vector) throws IOException {
        var refused = catchThrowableOfType(
                MessageException.class, () -> vector.open(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT));

        if (vector.opens() && vector.name().startsWith("v2-")) {
            assertThat(refused).isNull();
        } else if (vector.opens()) {
            assertThat(refused.kind()).isEqualTo(MessageException.Kind.UNCOMMITTED);
        } else {
            assertThat(refused).isNotNull();
        }
    }

    private static byte[] plaintext() {
        byte[] bytes = new byte[100];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
