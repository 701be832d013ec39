package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import javax.crypto.BadPaddingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RsaOaepTest {
    static Stream<Arguments> everyAlgorithm() {
        return TestKeys.specs()
                .filter(spec -> spec.family() == KeySpec.Family.RSA)
                .flatMap(spec -> spec.encryptionAlgorithms().stream().map(algorithm -> Arguments.of(spec, algorithm)));
    }

    @ParameterizedTest
    @CsvSource({
        "RSA_2048, RSAES_OAEP_SHA_1, 214", "RSA_2048, RSAES_OAEP_SHA_256, 190",
        "RSA_3072, RSAES_OAEP_SHA_1, 342", "RSA_3072, RSAES_OAEP_SHA_256, 318",
        "RSA_4096, RSAES_OAEP_SHA_1, 470", "RSA_4096, RSAES_OAEP_SHA_256, 446"
    })
    void takesAsMuchAsTheServiceDocuments(KeySpec spec, EncryptionAlgorithm algorithm, int bytes) {
        assertThat(RsaOaep.maxPlaintext(spec, algorithm)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("everyAlgorithm")
    void opensTheLongestItSealed(KeySpec spec, EncryptionAlgorithm algorithm) throws Exception {
        SecretBytes plaintext = Randomness.secret(RsaOaep.maxPlaintext(spec, algorithm));
        Blob ciphertext = RsaOaep.encrypt(algorithm, TestKeys.publicKey(spec), plaintext);

        assertThat(RsaOaep.decrypt(algorithm, TestKeys.of(spec).secret(), ciphertext).sameAs(plaintext)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("everyAlgorithm")
    void opensWhatOpensslSealed(KeySpec spec, EncryptionAlgorithm algorithm, @TempDir Path folder) throws Exception {
        byte[] plaintext = Randomness.bytes(60);
        String hash = algorithm == EncryptionAlgorithm.RSAES_OAEP_SHA_1 ? "sha1" : "sha256";
        byte[] ciphertext = new OpenSsl(folder)
                .file("public.der", TestKeys.publicKey(spec).toByteArray())
                .file("plaintext", plaintext)
                .run("pkeyutl", "-encrypt", "-pubin", "-keyform", "DER", "-inkey", "public.der", "-in", "plaintext",
                        "-pkeyopt", "rsa_padding_mode:oaep", "-pkeyopt", "rsa_oaep_md:" + hash,
                        "-pkeyopt", "rsa_mgf1_md:" + hash)
                .output();

        assertThat(RsaOaep.decrypt(algorithm, TestKeys.of(spec).secret(), Blob.of(ciphertext)).exposed())
                .isEqualTo(plaintext);
    }

    @Test
    void theTwoAlgorithmsDoNotOpenEachOthers() {
        Blob ciphertext = RsaOaep.encrypt(
                EncryptionAlgorithm.RSAES_OAEP_SHA_1, TestKeys.publicKey(KeySpec.RSA_2048), Randomness.secret(10));

        assertThatThrownBy(() -> RsaOaep.decrypt(
                        EncryptionAlgorithm.RSAES_OAEP_SHA_256, TestKeys.of(KeySpec.RSA_2048).secret(), ciphertext))
                .isInstanceOf(BadPaddingException.class)
                .hasMessage(null);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "255", "257", "6144"})
    void refusesCiphertextsOfAnotherLengthLikeForgedOnes(int length) {
        assertThatThrownBy(() -> RsaOaep.decrypt(
                        EncryptionAlgorithm.RSAES_OAEP_SHA_256,
                        TestKeys.of(KeySpec.RSA_2048).secret(),
                        Blob.of(new byte[length])))
                .isInstanceOf(BadPaddingException.class)
                .hasMessage(null);
    }
}
