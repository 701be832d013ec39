package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForeignKeyTest {
    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {
                "RSA_2048", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519"
            })
    void aPrivateKeyGetsThePublicKeyThatBelongsToIt(KeySpec spec) {
        NewKey made = KeyGeneration.generate(spec);

        NewKey found = ForeignKey.of(spec, made.secret()).orElseThrow();

        assertThat(found.publicKey()).isEqualTo(made.publicKey());
        SigningAlgorithm algorithm = spec.signingAlgorithms().getFirst();
        Blob message = Blob.of("message".getBytes());
        Blob signature = Signatures.sign(spec, algorithm, MessageType.RAW, found.secret(), message);
        assertThat(Signatures.verify(
                        spec, algorithm, MessageType.RAW, made.publicKey().orElseThrow(), message, signature))
                .isTrue();
    }

    @Test
    void aKeyOfAnotherSpecIsNone() {
        NewKey made = KeyGeneration.generate(KeySpec.ECC_NIST_P256);
        for (KeySpec other : KeySpec.values()) {
            if (ForeignKey.isPossible(other) && other != KeySpec.ECC_NIST_P256) {
                assertThat(ForeignKey.of(other, made.secret())).as(other.name()).isEmpty();
            }
        }
    }

    @Test
    void anRsaKeyOfAnotherLengthIsNone() {
        assertThat(ForeignKey.of(KeySpec.RSA_3072, KeyGeneration.generate(KeySpec.RSA_2048).secret())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = KeySpec.class, names = {"RSA_2048", "ECC_NIST_P256", "ECC_NIST_EDWARDS25519"})
    void aCutKeyIsNone(KeySpec spec) {
        byte[] whole = KeyGeneration.generate(spec).secret().exposed();
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 40)) {
            assertThat(ForeignKey.of(spec, SecretBytes.takeOver(Arrays.copyOf(whole, length))))
                    .as("%d of %d bytes", length, whole.length)
                    .isEmpty();
        }
    }

    @Test
    void anRsaKeyWhosePartsDoNotBelongTogetherIsNone() {
        byte[] pkcs8 = KeyGeneration.generate(KeySpec.RSA_2048).secret().exposed();
        pkcs8[pkcs8.length / 4] ^= 1;
        assertThat(ForeignKey.of(KeySpec.RSA_2048, SecretBytes.takeOver(pkcs8))).isEmpty();
    }
}
