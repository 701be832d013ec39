package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.VectorFile.Vector;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.stream.Stream;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EcdhTest {
    static Stream<Vector> vectors() {
        return VectorFile.read(EcdhTest.class, "ecdh.txt");
    }

    static Stream<KeySpec> agreeing() {
        return TestKeys.specs().filter(spec -> spec.usages().contains(KeyUsage.KEY_AGREEMENT));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void derivesWhatIsPublishedAndRefusesTheRest(Vector vector) throws Exception {
        KeySpec spec = KeySpec.valueOf(vector.text("spec"));
        SecretBytes own = EcKeys.pkcs8(spec, vector.text("private"));
        Blob other = Blob.of(vector.hex("public"));

        if (vector.expect().equals("success")) {
            assertThat(Blob.of(Ecdh.derive(spec, own, other).exposed()).hex()).isEqualTo(vector.text("shared"));
        } else {
            assertThatThrownBy(() -> Ecdh.derive(spec, own, other)).isInstanceOf(InvalidKeyException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("agreeing")
    void bothSidesComeToTheSameSecretAsLongAsTheField(KeySpec spec) throws Exception {
        NewKey other = KeyGeneration.generate(spec);

        SecretBytes here = Ecdh.derive(spec, TestKeys.of(spec).secret(), other.publicKey().orElseThrow());
        SecretBytes there = Ecdh.derive(spec, other.secret(), TestKeys.publicKey(spec));

        assertThat(here.sameAs(there)).isTrue();
        assertThat(here.length()).isEqualTo((spec.bits() + 7) / 8);
    }

    @ParameterizedTest
    @EnumSource(value = KeySpec.class, names = {"ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"})
    void bouncyCastleAgrees(KeySpec spec) throws Exception {
        NewKey other = KeyGeneration.generate(spec);
        KeyFactory factory = KeyFactory.getInstance("EC", BouncyCastle.PROVIDER);
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH", BouncyCastle.PROVIDER);
        agreement.init(factory.generatePrivate(new PKCS8EncodedKeySpec(other.secret().exposed())));
        agreement.doPhase(
                factory.generatePublic(new X509EncodedKeySpec(TestKeys.publicKey(spec).toByteArray())), true);

        assertThat(Ecdh.derive(spec, TestKeys.of(spec).secret(), other.publicKey().orElseThrow()).exposed())
                .isEqualTo(agreement.generateSecret());
    }

    @ParameterizedTest
    @EnumSource(value = KeySpec.class, names = {"ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"})
    void opensslAgrees(KeySpec spec, @TempDir Path folder) throws Exception {
        NewKey other = KeyGeneration.generate(spec);
        byte[] secret = new OpenSsl(folder)
                .file("private.der", other.secret().exposed())
                .file("public.der", TestKeys.publicKey(spec).toByteArray())
                .run("pkeyutl", "-derive", "-keyform", "DER", "-inkey", "private.der", "-peerform", "DER", "-peerkey",
                        "public.der")
                .output();

        assertThat(Ecdh.derive(spec, TestKeys.of(spec).secret(), other.publicKey().orElseThrow()).exposed())
                .isEqualTo(secret);
    }

    @ParameterizedTest
    @MethodSource("agreeing")
    void refusesAPublicKeyWithAnyByteChanged(KeySpec spec) {
        byte[] publicKey = TestKeys.publicKey(spec).toByteArray();
        for (int at = 0; at < publicKey.length; at++) {
            for (int change : new int[] {0x01, 0x80, 0xff}) {
                byte[] changed = publicKey.clone();
                changed[at] ^= (byte) change;

                assertThatThrownBy(() -> Ecdh.derive(spec, TestKeys.of(spec).secret(), Blob.of(changed)))
                        .as("byte %d", at)
                        .isInstanceOf(InvalidKeyException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("agreeing")
    void refusesAPublicKeyOfAnotherSpec(KeySpec spec) {
        assertThat(TestKeys.specs().filter(KeySpec::isAsymmetric).filter(other -> other != spec))
                .allSatisfy(other -> assertThatThrownBy(
                                () -> Ecdh.derive(spec, TestKeys.of(spec).secret(), TestKeys.publicKey(other)))
                        .isInstanceOf(InvalidKeyException.class));
    }
}
