package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.VectorFile.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Ed25519Test {
    private static final String PKCS8_PREFIX = "302e020100300506032b657004220420";
    private static final String SPKI_PREFIX = "302a300506032b6570032100";

    static Stream<Vector> vectors() {
        return VectorFile.read(Ed25519Test.class, "ed25519.txt");
    }

    static Stream<Vector> successes() {
        return vectors().filter(vector -> vector.expect().equals("success"));
    }

    @ParameterizedTest
    @MethodSource("successes")
    void signsAsPublished(Vector vector) {
        SecretBytes pkcs8 = SecretBytes.copyOf(
                Blob.ofHex(PKCS8_PREFIX + vector.text("secret")).toByteArray());

        Blob signature = Signatures.sign(
                KeySpec.ECC_NIST_EDWARDS25519, algorithm(vector), type(vector), pkcs8, Blob.of(vector.hex("message")));

        assertThat(signature.hex()).isEqualTo(vector.text("signature"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void acceptsExactlyWhatIsPublished(Vector vector) {
        boolean accepted = Signatures.verify(
                KeySpec.ECC_NIST_EDWARDS25519,
                algorithm(vector),
                type(vector),
                Blob.ofHex(SPKI_PREFIX + vector.text("public")),
                Blob.of(vector.hex("message")),
                Blob.of(vector.hex("signature")));

        assertThat(accepted ? "success" : "signature refused").isEqualTo(vector.expect());
    }

    @Test
    void verifiesItsOwnSignatureAndNoOther() {
        NewKey key = Ed25519.generate();
        Blob message = Blob.of(Randomness.bytes(100));
        Blob signature = Ed25519.sign(key.secret(), message);

        assertThat(Ed25519.verify(key.publicKey().orElseThrow(), message, signature)).isTrue();
        assertThat(Ed25519.verify(Ed25519.generate().publicKey().orElseThrow(), message, signature)).isFalse();
    }

    private static SigningAlgorithm algorithm(Vector vector) {
        return SigningAlgorithm.valueOf(vector.text("algorithm"));
    }

    private static MessageType type(Vector vector) {
        return algorithm(vector) == SigningAlgorithm.ED25519_PH_SHA_512 ? MessageType.DIGEST : MessageType.RAW;
    }
}
