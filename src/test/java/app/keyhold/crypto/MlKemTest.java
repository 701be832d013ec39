package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.VectorFile.Vector;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.BadPaddingException;
import javax.crypto.KEM;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The JDK encapsulates and decapsulates; Bouncy Castle, which makes and expands the keys, is its judge.
class MlKemTest {
    static Stream<Vector> vectors() {
        return VectorFile.read(MlKemTest.class, "ml-kem.txt");
    }

    static Stream<Vector> accumulated() {
        return VectorFile.read(MlKemTest.class, "ml-kem-accumulated.txt");
    }

    static Stream<KeySpec> specs() {
        return TestKeys.specs().filter(spec -> spec.family() == KeySpec.Family.ML_KEM);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void decapsulatesWhatIsPublishedAndRefusesAnotherLength(Vector vector) throws Exception {
        KeySpec spec = KeySpec.valueOf(vector.text("spec"));
        NewKey key = LatticeKeys.fromSeed(spec, SecretBytes.copyOf(vector.hex("seed")));
        Blob ciphertext = Blob.of(vector.hex("ciphertext"));

        if (vector.expect().equals("success")) {
            assertThat(MlKem.decapsulate(spec, key.secret(), ciphertext).exposed()).isEqualTo(vector.hex("secret"));
        } else {
            assertThatThrownBy(() -> MlKem.decapsulate(spec, key.secret(), ciphertext))
                    .isInstanceOf(BadPaddingException.class)
                    .hasMessage(null);
        }
    }

    @ParameterizedTest
    @MethodSource("accumulated")
    void comesToTheSecretsOfManyRounds(Vector vector) throws Exception {
        KeySpec spec = KeySpec.valueOf(vector.text("spec"));
        var given = new SHAKEDigest(128);
        var results = new SHAKEDigest(128);
        for (int round = 0; round < vector.number("rounds"); round++) {
            NewKey key = LatticeKeys.fromSeed(spec, SecretBytes.takeOver(next(given, 64)));
            Blob publicKey = key.publicKey().orElseThrow();
            SecretWithEncapsulation made = new MLKEMGenerator(new FixedSecureRandom(next(given, 32)))
                    .generateEncapsulated(PublicKeyFactory.createKey(publicKey.toByteArray()));
            byte[] secret = decapsulate(spec, key, made.getEncapsulation());
            byte[] another = decapsulate(spec, key, next(given, MlKem.ciphertextLength(spec)));
            assertThat(secret).isEqualTo(made.getSecret());

            update(results, SubjectPublicKeyInfo.getInstance(publicKey.toByteArray()).getPublicKeyData().getOctets());
            update(results, made.getEncapsulation());
            update(results, secret);
            update(results, another);
        }
        byte[] result = new byte[32];
        results.doFinal(result, 0, result.length);

        assertThat(HexFormat.of().formatHex(result)).isEqualTo(vector.expect());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void bothSidesComeToTheSameSecret(KeySpec spec) throws Exception {
        MlKem.Encapsulated made = MlKem.encapsulate(TestKeys.publicKey(spec));

        assertThat(made.sharedSecret().length()).isEqualTo(32);
        assertThat(made.ciphertext().size()).isEqualTo(MlKem.ciphertextLength(spec));
        assertThat(MlKem.decapsulate(spec, TestKeys.of(spec).secret(), made.ciphertext()).sameAs(made.sharedSecret()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void encapsulatesAnotherSecretEachTime(KeySpec spec) {
        MlKem.Encapsulated one = MlKem.encapsulate(TestKeys.publicKey(spec));
        MlKem.Encapsulated another = MlKem.encapsulate(TestKeys.publicKey(spec));

        assertThat(one.ciphertext()).isNotEqualTo(another.ciphertext());
        assertThat(one.sharedSecret().sameAs(another.sharedSecret())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void anAlteredCiphertextYieldsAnotherSecretAndAlwaysTheSame(KeySpec spec) throws Exception {
        MlKem.Encapsulated made = MlKem.encapsulate(TestKeys.publicKey(spec));
        byte[] altered = made.ciphertext().toByteArray();
        altered[altered.length - 1] ^= 1;

        SecretBytes first = MlKem.decapsulate(spec, TestKeys.of(spec).secret(), Blob.of(altered));
        SecretBytes again = MlKem.decapsulate(spec, TestKeys.of(spec).secret(), Blob.of(altered));

        assertThat(first.sameAs(made.sharedSecret())).isFalse();
        assertThat(first.sameAs(again)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void bouncyCastleDecapsulatesWhatTheJdkEncapsulated(KeySpec spec) throws Exception {
        MlKem.Encapsulated made = MlKem.encapsulate(TestKeys.publicKey(spec));
        var key = KeyFactory.getInstance("ML-KEM", BouncyCastle.PROVIDER)
                .generatePrivate(new PKCS8EncodedKeySpec(TestKeys.of(spec).secret().exposed()));

        byte[] secret = KEM.getInstance("ML-KEM", BouncyCastle.PROVIDER)
                .newDecapsulator(key)
                .decapsulate(made.ciphertext().toByteArray())
                .getEncoded();

        assertThat(secret).isEqualTo(made.sharedSecret().exposed());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void theJdkDecapsulatesWhatBouncyCastleEncapsulated(KeySpec spec) throws Exception {
        var key = KeyFactory.getInstance("ML-KEM", BouncyCastle.PROVIDER)
                .generatePublic(new X509EncodedKeySpec(TestKeys.publicKey(spec).toByteArray()));
        KEM.Encapsulated made =
                KEM.getInstance("ML-KEM", BouncyCastle.PROVIDER).newEncapsulator(key).encapsulate();

        assertThat(MlKem.decapsulate(spec, TestKeys.of(spec).secret(), Blob.of(made.encapsulation())).exposed())
                .isEqualTo(made.key().getEncoded());
    }

    private static byte[] decapsulate(KeySpec spec, NewKey key, byte[] ciphertext) throws BadPaddingException {
        return MlKem.decapsulate(spec, key.secret(), Blob.of(ciphertext)).exposed();
    }

    private static byte[] next(SHAKEDigest stream, int length) {
        byte[] bytes = new byte[length];
        stream.doOutput(bytes, 0, length);
        return bytes;
    }

    private static void update(SHAKEDigest digest, byte[] bytes) {
        digest.update(bytes, 0, bytes.length);
    }
}
