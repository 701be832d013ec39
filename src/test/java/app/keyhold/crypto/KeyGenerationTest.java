package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.AsymmetricKey;
import java.security.KeyFactory;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeyGenerationTest {
    static Stream<KeySpec> keyPairs() {
        return TestKeys.specs().filter(KeySpec::isAsymmetric).filter(spec -> !isLattice(spec));
    }

    /// Most installed versions of openssl don't know these.
    static Stream<KeySpec> lattice() {
        return TestKeys.specs().filter(KeyGenerationTest::isLattice);
    }

    @ParameterizedTest
    @CsvSource({"SYMMETRIC_DEFAULT, 32", "HMAC_224, 28", "HMAC_256, 32", "HMAC_384, 48", "HMAC_512, 64"})
    void secretKeysAreAsLongAsTheirSpec(KeySpec spec, int bytes) {
        assertThat(KeyGeneration.generate(spec).secret().length()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("keyPairs")
    void opensslReadsThePrivateKeyAndFindsTheSamePublicKey(KeySpec spec, @TempDir Path folder) {
        OpenSsl openssl = new OpenSsl(folder).file("private.der", TestKeys.of(spec).secret().exposed());

        byte[] derived = openssl.run("pkey", "-inform", "DER", "-in", "private.der", "-pubout", "-outform", "DER")
                .output();

        assertThat(Blob.of(derived).hex()).isEqualTo(TestKeys.publicKey(spec).hex());
    }

    @ParameterizedTest
    @CsvSource({
        "RSA_2048, Public-Key: (2048 bit)", "RSA_3072, Public-Key: (3072 bit)", "RSA_4096, Public-Key: (4096 bit)",
        "ECC_NIST_P256, NIST CURVE: P-256", "ECC_NIST_P384, NIST CURVE: P-384", "ECC_NIST_P521, NIST CURVE: P-521",
        "ECC_SECG_P256K1, ASN1 OID: secp256k1", "ECC_NIST_EDWARDS25519, ED25519 Public-Key",
        "SM2, ASN1 OID: SM2"
    })
    void opensslSeesTheKindOfKeyTheSpecNames(KeySpec spec, String words, @TempDir Path folder) {
        OpenSsl openssl = new OpenSsl(folder).file("public.der", TestKeys.publicKey(spec).toByteArray());

        String text = new String(
                openssl.run("pkey", "-pubin", "-inform", "DER", "-in", "public.der", "-noout", "-text").output());

        assertThat(text).contains(words);
    }

    @Test
    void twoKeysAreNotTheSame() {
        SecretBytes one = KeyGeneration.generate(KeySpec.SYMMETRIC_DEFAULT).secret();

        assertThat(one.sameAs(KeyGeneration.generate(KeySpec.SYMMETRIC_DEFAULT).secret())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("lattice")
    void theJdkSeesTheKindOfKeyTheSpecNames(KeySpec spec) throws Exception {
        String name = spec.name().replace('_', '-');
        var encoded = new X509EncodedKeySpec(TestKeys.publicKey(spec).toByteArray());
        var key = (AsymmetricKey) KeyFactory.getInstance(name).generatePublic(encoded);

        assertThat(((NamedParameterSpec) key.getParams()).getName()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("lattice")
    void latticeKeysAreKeptAsTheirSeedAlone(KeySpec spec) {
        int seed = spec.family() == KeySpec.Family.ML_DSA ? 32 : 64;

        assertThat(TestKeys.of(spec).secret().length()).isEqualTo(22 + seed);
        assertThat(Blob.of(TestKeys.of(spec).secret().exposed()).hex())
                .contains("80%02x".formatted(seed))
                .startsWith("30%02x020100300b06096086480165030404".formatted(20 + seed).substring(0, 28));
    }

    private static boolean isLattice(KeySpec spec) {
        return spec.family() == KeySpec.Family.ML_DSA || spec.family() == KeySpec.Family.ML_KEM;
    }

    @Test
    void bouncyCastleIsNotRegistered() {
        KeyGeneration.generate(KeySpec.ECC_SECG_P256K1);

        assertThat(java.security.Security.getProvider("BC")).isNull();
    }
}
