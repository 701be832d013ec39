package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.keyhold.crypto.VectorFile.Vector;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HkdfTest {
    static Stream<Vector> vectors() {
        return VectorFile.read(HkdfTest.class, "hkdf-sha512.txt");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void givesWhatThePublishedInputsGive(Vector vector) throws Exception {
        switch (vector.expect()) {
            case "success" -> {
                byte[] derived = derive(vector).exposed();
                if (vector.fields().containsKey("okm")) {
                    assertThat(derived).isEqualTo(vector.hex("okm"));
                } else {
                    assertThat(MessageDigest.getInstance("SHA-256").digest(derived))
                            .isEqualTo(vector.hex("okm-sha256"));
                }
            }
            case "length refused" -> assertThatIllegalArgumentException().isThrownBy(() -> derive(vector));
            default -> throw new AssertionError(vector.expect());
        }
    }

    private static SecretBytes derive(Vector vector) {
        return Hkdf.sha512(
                SecretBytes.copyOf(vector.hex("ikm")), vector.hex("salt"), vector.hex("info"), vector.number("length"));
    }

    @Test
    void agreesWithBouncyCastleOnRandomInput() {
        byte[] key = Randomness.bytes(32);
        byte[] salt = Randomness.bytes(16);
        byte[] info = Randomness.bytes(40);
        var other = new HKDFBytesGenerator(new SHA512Digest());
        other.init(new HKDFParameters(key, salt, info));
        byte[] expected = new byte[100];
        other.generateBytes(expected, 0, expected.length);

        assertThat(Hkdf.sha512(SecretBytes.copyOf(key), salt, info, 100).exposed()).isEqualTo(expected);
    }
}
