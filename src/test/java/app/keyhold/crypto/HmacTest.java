package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.VectorFile.Vector;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HmacTest {
    static Stream<Vector> vectors() {
        return VectorFile.read(HmacTest.class, "hmac.txt");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void acceptsExactlyThePublishedMacs(Vector vector) {
        boolean accepted = Hmac.verify(
                MacAlgorithm.valueOf(vector.text("algorithm")),
                SecretBytes.copyOf(vector.hex("key")),
                vector.hex("message"),
                vector.hex("mac"));

        assertThat(accepted ? "success" : "mac refused").isEqualTo(vector.expect());
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithBouncyCastleOnRandomInput(MacAlgorithm algorithm) throws Exception {
        byte[] key = Randomness.bytes(40);
        byte[] message = Randomness.bytes(300);
        Mac other = Mac.getInstance(algorithm.jcaName(), BouncyCastle.PROVIDER);
        other.init(new SecretKeySpec(key, algorithm.jcaName()));

        assertThat(Hmac.compute(algorithm, SecretBytes.copyOf(key), message)).isEqualTo(other.doFinal(message));
    }
}
