package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.VectorFile.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EcdsaTest {
    static Stream<Vector> vectors() {
        return VectorFile.read(EcdsaTest.class, "ecdsa.txt");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void acceptsExactlyWhatIsPublished(Vector vector) {
        boolean accepted = Signatures.verify(
                KeySpec.valueOf(vector.text("spec")),
                SigningAlgorithm.valueOf(vector.text("algorithm")),
                MessageType.RAW,
                Blob.of(vector.hex("public")),
                Blob.of(vector.hex("message")),
                Blob.of(vector.hex("signature")));

        assertThat(accepted ? "success" : "signature refused").isEqualTo(vector.expect());
    }
}
