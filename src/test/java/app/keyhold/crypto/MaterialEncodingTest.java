package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.crypto.MaterialEncoding.Fault;
import app.keyhold.crypto.MaterialEncoding.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaterialEncodingTest {
    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(SecretBytes secret) {
        try (secret) {
            return secret.use(bytes -> HexFormat.of().formatHex(bytes));
        }
    }

    private static SecretBytes digits(String text) {
        return SecretBytes.takeOver(ascii(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00ff10", "00FF10", "00 ff 10", "00:ff:10"})
    void hexadecimalDigitsAreReadHoweverTheyAreSpaced(String text) {
        assertThat(hex(MaterialEncoding.ofHex(digits(text)))).isEqualTo("00ff10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "0ff", "xy", "00-ff", "0 f f"})
    void anythingElseIsNoHex(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> MaterialEncoding.ofHex(digits(text)));
    }

    @Test
    void rawBytesAreTakenAsTheyAre() throws Unreadable {
        assertThat(hex(MaterialEncoding.decode(new byte[] {0, -1}))).isEqualTo("00ff");
    }

    @Test
    void theBodyOfAPemIsTaken() throws Unreadable {
        byte[] pem = ascii("-----BEGIN PRIVATE KEY-----\nAP8=\n-----END PRIVATE KEY-----\n");
        assertThat(hex(MaterialEncoding.decode(pem))).isEqualTo("00ff");
    }

    @Test
    void whatIsNoMaterialIsNamed() {
        assertThat(fault(new byte[0])).isEqualTo(Fault.EMPTY);
        assertThat(fault(new byte[MaterialEncoding.MAX_BYTES + 1])).isEqualTo(Fault.TOO_LARGE);
        assertThat(fault(ascii("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAP8=\n-----END ENCRYPTED PRIVATE KEY-----\n")))
                .isEqualTo(Fault.NO_PKCS8);
        assertThat(fault(ascii("-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n"))).isEqualTo(Fault.NO_BASE64);
    }

    private static Fault fault(byte[] bytes) {
        try {
            MaterialEncoding.decode(bytes).close();
            throw new AssertionError("It was read");
        } catch (Unreadable why) {
            return why.fault();
        }
    }
}
