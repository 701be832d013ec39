package app.keyhold.crypto;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.keyhold.crypto.VectorFile.Vector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Messages are signed and verified by the JDK, their mu by Bouncy Castle: each is the other's judge.
class MlDsaTest {
    private static final SigningAlgorithm ALGORITHM = SigningAlgorithm.ML_DSA_SHAKE_256;
    private static final Blob MESSAGE = Blob.of("Sealed at the desk".getBytes(StandardCharsets.UTF_8));

    static Stream<Vector> vectors() {
        return VectorFile.read(MlDsaTest.class, "ml-dsa.txt");
    }

    static Stream<Vector> accumulated() {
        return VectorFile.read(MlDsaTest.class, "ml-dsa-accumulated.txt");
    }

    static Stream<KeySpec> specs() {
        return TestKeys.specs().filter(spec -> spec.family() == KeySpec.Family.ML_DSA);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void acceptsExactlyWhatIsPublished(Vector vector) throws Exception {
        boolean accepted = Signatures.verify(
                spec(vector),
                ALGORITHM,
                MessageType.valueOf(vector.text("type")),
                key(vector).publicKey().orElseThrow(),
                Blob.of(vector.hex("message")),
                Blob.of(vector.hex("signature")));

        assertThat(accepted ? "success" : "signature refused").isEqualTo(vector.expect());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void keepsTheSeedAsPublishedAndFindsThePublicKey(Vector vector) throws Exception {
        NewKey key = key(vector);

        assertThat(Blob.of(key.secret().exposed()).hex()).isEqualTo(vector.text("pkcs8"));
        assertThat(raw(key.publicKey().orElseThrow())).isEqualTo(vector.hex("public"));
    }

    @ParameterizedTest
    @MethodSource("accumulated")
    void makesTheKeysAndVerifiesTheSignaturesOfManyRounds(Vector vector) throws Exception {
        var seeds = new SHAKEDigest(128);
        var results = new SHAKEDigest(128);
        for (int round = 0; round < vector.number("rounds"); round++) {
            byte[] seed = new byte[32];
            seeds.doOutput(seed, 0, seed.length);
            NewKey key = LatticeKeys.fromSeed(spec(vector), SecretBytes.copyOf(seed));
            byte[] publicKey = raw(key.publicKey().orElseThrow());
            Blob signature = deterministic(key, new byte[0]);
            results.update(publicKey, 0, publicKey.length);
            results.update(signature.toByteArray(), 0, signature.size());

            assertThat(Signatures.verify(
                            spec(vector),
                            ALGORITHM,
                            MessageType.RAW,
                            key.publicKey().orElseThrow(),
                            Blob.of(new byte[0]),
                            signature))
                    .isTrue();
        }
        byte[] result = new byte[32];
        results.doFinal(result, 0, result.length);

        assertThat(HexFormat.of().formatHex(result)).isEqualTo(vector.expect());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aSignedMuIsASignedMessage(KeySpec spec) throws Exception {
        Blob signature = sign(spec, MessageType.EXTERNAL_MU, mu(spec));

        assertThat(verifies(spec, MessageType.RAW, MESSAGE, signature)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aSignedMessageIsASignedMu(KeySpec spec) throws Exception {
        Blob signature = sign(spec, MessageType.RAW, MESSAGE);

        assertThat(verifies(spec, MessageType.EXTERNAL_MU, mu(spec), signature)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = MessageType.class, names = {"RAW", "EXTERNAL_MU"})
    void signsTheSameMessageDifferentlyEachTime(MessageType type) throws Exception {
        KeySpec spec = KeySpec.ML_DSA_65;
        Blob message = type == MessageType.RAW ? MESSAGE : mu(spec);

        assertThat(sign(spec, type, message)).isNotEqualTo(sign(spec, type, message));
    }

    /// After the manner of Wycheproof: a bit of each part, another length, hints that count too far, out of order or
    /// with something behind the last one.
    @ParameterizedTest
    @MethodSource("specs")
    void refusesMalformedSignatures(KeySpec spec) throws Exception {
        byte[] signature = sign(spec, MessageType.RAW, MESSAGE).toByteArray();
        List<byte[]> wrong = IntStream.of(0, 40, signature.length / 2, signature.length - 90)
                .mapToObj(at -> changed(signature, at, signature[at] ^ 1))
                .collect(toCollection(ArrayList::new));
        wrong.add(changed(signature, signature.length - 1, 255));
        wrong.add(changed(signature, signature.length - 2, signature[signature.length - 1] + 1));
        wrong.add(Arrays.copyOf(signature, signature.length - 1));
        wrong.add(Arrays.copyOf(signature, signature.length + 1));
        wrong.add(new byte[signature.length]);
        wrong.add(new byte[0]);

        assertThat(wrong)
                .noneMatch(one -> verifies(spec, MessageType.RAW, MESSAGE, Blob.of(one)))
                .noneMatch(one -> muVerifies(spec, Blob.of(one)));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void refusesAMuOfAnotherLength(KeySpec spec) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sign(spec, MessageType.EXTERNAL_MU, MESSAGE))
                .withMessage("A digest for ML_DSA_SHAKE_256 has 64 bytes, not 18");
    }

    private static byte[] changed(byte[] signature, int at, int value) {
        byte[] changed = signature.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static KeySpec spec(Vector vector) {
        return KeySpec.valueOf(vector.text("spec"));
    }

    private static NewKey key(Vector vector) {
        return LatticeKeys.fromSeed(spec(vector), SecretBytes.copyOf(vector.hex("seed")));
    }

    private static byte[] raw(Blob publicKey) {
        return SubjectPublicKeyInfo.getInstance(publicKey.toByteArray())
                .getPublicKeyData()
                .getOctets();
    }

    private static Blob deterministic(NewKey key, byte[] message) throws IOException, CryptoException {
        var signer = new MLDSASigner();
        signer.init(true, PrivateKeyFactory.createKey(key.secret().exposed()));
        signer.update(message, 0, message.length);
        return Blob.of(signer.generateSignature());
    }

    private static Blob sign(KeySpec spec, MessageType type, Blob message) {
        return Signatures.sign(spec, ALGORITHM, type, TestKeys.of(spec).secret(), message);
    }

    private static boolean verifies(KeySpec spec, MessageType type, Blob message, Blob signature) {
        return Signatures.verify(spec, ALGORITHM, type, TestKeys.publicKey(spec), message, signature);
    }

    private static boolean muVerifies(KeySpec spec, Blob signature) {
        try {
            return verifies(spec, MessageType.EXTERNAL_MU, mu(spec), signature);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// As a caller makes it (FIPS 204, 6.2 and 5.2): SHAKE256 of the public key's hash, the separator of the pure
    /// variant, the empty context and the message.
    private static Blob mu(KeySpec spec) throws Exception {
        MessageDigest shake = MessageDigest.getInstance("SHAKE256-512");
        shake.update(shake.digest(raw(TestKeys.publicKey(spec))));
        shake.update(new byte[2]);
        return Blob.of(shake.digest(MESSAGE.toByteArray()));
    }
}
