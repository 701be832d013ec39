package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.VectorFile.Vector;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AesGcmTest {
    static Stream<Vector> vectors() {
        return VectorFile.read(AesGcmTest.class, "aes-256-gcm.txt");
    }

    static Stream<Vector> successes() {
        return vectors().filter(vector -> vector.expect().equals("success"));
    }

    static Stream<Vector> refusals() {
        return vectors().filter(vector -> vector.expect().equals("tag refused"));
    }

    @ParameterizedTest
    @MethodSource("successes")
    void sealsAsPublished(Vector vector) {
        byte[] sealed = AesGcm.seal(
                key(vector), vector.hex("nonce"), vector.hex("aad"), SecretBytes.copyOf(vector.hex("plaintext")));

        assertThat(sealed).isEqualTo(vector.hex("sealed"));
    }

    @ParameterizedTest
    @MethodSource("successes")
    void opensWhatIsPublished(Vector vector) throws Exception {
        assertThat(open(vector).exposed()).isEqualTo(vector.hex("plaintext"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void opensNothingElse(Vector vector) {
        assertThatThrownBy(() -> open(vector)).isInstanceOf(AEADBadTagException.class);
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AesGcm.seal(Randomness.secret(16), AesGcm.nonce(), new byte[0], Randomness.secret(1)))
                .withMessageContaining("were 16 and 12");
    }

    @Test
    void leavesTheCallersKeyAlive() throws Exception {
        SecretBytes key = Randomness.secret(32);
        byte[] nonce = AesGcm.nonce();
        byte[] sealed = AesGcm.seal(key, nonce, new byte[0], SecretBytes.copyOf(new byte[] {7}));

        assertThat(AesGcm.open(key, nonce, new byte[0], sealed).exposed()).containsExactly(7);
    }

    @Test
    void agreesWithBouncyCastleOnRandomInput() throws Exception {
        byte[] key = Randomness.bytes(32);
        byte[] nonce = AesGcm.nonce();
        byte[] aad = Randomness.bytes(33);
        byte[] plaintext = Randomness.bytes(1_000);
        Cipher other = Cipher.getInstance("AES/GCM/NoPadding", BouncyCastle.PROVIDER);
        other.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        other.updateAAD(aad);

        assertThat(AesGcm.seal(SecretBytes.copyOf(key), nonce, aad, SecretBytes.copyOf(plaintext)))
                .isEqualTo(other.doFinal(plaintext));
    }

    private static SecretBytes open(Vector vector) throws AEADBadTagException {
        return AesGcm.open(key(vector), vector.hex("nonce"), vector.hex("aad"), vector.hex("sealed"));
    }

    private static SecretBytes key(Vector vector) {
        return SecretBytes.copyOf(vector.hex("key"));
    }
}
