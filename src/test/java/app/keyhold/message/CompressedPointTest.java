package app.keyhold.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.message.AlgorithmSuite.Signing;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressedPointTest {
    /// The base point of P-384, FIPS 186-4 appendix D.1.2.4; its y is odd.
    private static final String BASE_X = "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b98"
            + "59f741e082542a385502f25dbf55296c3a545e3872760ab7";

    private static final String BASE_Y = "3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147c"
            + "e9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f";

    @Test
    void findsTheBasePointFromItsX() {
        var key = (ECPublicKey) decode(base64("03" + BASE_X));

        assertThat(key.getW().getAffineY()).isEqualTo(new BigInteger(BASE_Y, 16));
    }

    @ParameterizedTest
    @EnumSource(value = Signing.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void findsEveryKeyItWrote(Signing signing) throws Exception {
        for (int i = 0; i < 20; i++) {
            findsAKeyItWrote(signing);
        }
    }

    private static void findsAKeyItWrote(Signing signing) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(signing.curve()));
        var key = (ECPublicKey) generator.generateKeyPair().getPublic();

        var found = (ECPublicKey) CompressedPoint.decode(signing, CompressedPoint.encode(signing, key), 0);

        assertThat(found.getW()).isEqualTo(key.getW());
    }

    @Test
    void refusesAnXThatIsOnNoPoint() {
        assertThatThrownBy(() -> decode(base64("02" + "00".repeat(47) + "01")))
                .isInstanceOf(MessageException.class);
    }

    @Test
    void refusesAnUncompressedPoint() {
        assertThatThrownBy(() -> decode(base64("04" + BASE_X + BASE_Y)))
                .isInstanceOf(MessageException.class);
    }

    @Test
    void refusesWhatIsNoBase64() {
        assertThatThrownBy(() -> decode("?")).isInstanceOf(MessageException.class);
    }

    @Test
    void refusesAPointOfAnotherCurve() {
        assertThatThrownBy(() -> CompressedPoint.decode(Signing.ECDSA_P256, base64("03" + BASE_X), 20))
                .isInstanceOfSatisfying(
                        MessageException.class, refused -> assertThat(refused.offset()).isEqualTo(20));
    }

    private static PublicKey decode(String text) {
        return CompressedPoint.decode(Signing.ECDSA_P384, text, 0);
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
