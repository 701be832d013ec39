package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignaturesTest {
    private static final Blob MESSAGE = Blob.of("Sealed at the desk".getBytes(StandardCharsets.UTF_8));

    static Stream<Arguments> everyAlgorithm() {
        return TestKeys.specs()
                .flatMap(spec -> spec.signingAlgorithms().stream().map(algorithm -> Arguments.of(spec, algorithm)));
    }

    /// Those whose digest is the hash of the message and nothing else.
    static Stream<Arguments> hashingAlgorithms() {
        return everyAlgorithm().filter(pair -> switch (((KeySpec) pair.get()[0]).family()) {
            case RSA, EC -> true;
            default -> false;
        });
    }

    @ParameterizedTest
    @MethodSource("everyAlgorithm")
    void verifiesItsOwnSignature(KeySpec spec, SigningAlgorithm algorithm) throws Exception {
        MessageType type = algorithm.accepts(MessageType.RAW) ? MessageType.RAW : MessageType.DIGEST;
        Blob message = type == MessageType.RAW ? MESSAGE : digest(algorithm);
        Blob signature = Signatures.sign(spec, algorithm, type, TestKeys.of(spec).secret(), message);

        assertThat(Signatures.verify(spec, algorithm, type, TestKeys.publicKey(spec), message, signature)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("everyAlgorithm")
    void refusesAnotherMessage(KeySpec spec, SigningAlgorithm algorithm) throws Exception {
        MessageType type = algorithm.accepts(MessageType.RAW) ? MessageType.RAW : MessageType.DIGEST;
        Blob signature = Signatures.sign(spec, algorithm, type, TestKeys.of(spec).secret(), digest(algorithm));
        byte[] other = digest(algorithm).toByteArray();
        other[0] ^= 1;

        assertThat(Signatures.verify(spec, algorithm, type, TestKeys.publicKey(spec), Blob.of(other), signature))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("hashingAlgorithms")
    void aSignedDigestIsASignedMessage(KeySpec spec, SigningAlgorithm algorithm) throws Exception {
        Blob signature = Signatures.sign(
                spec, algorithm, MessageType.DIGEST, TestKeys.of(spec).secret(), digest(algorithm));

        assertThat(Signatures.verify(
                        spec, algorithm, MessageType.RAW, TestKeys.publicKey(spec), MESSAGE, signature))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("hashingAlgorithms")
    void aSignedMessageIsASignedDigest(KeySpec spec, SigningAlgorithm algorithm) throws Exception {
        Blob signature =
                Signatures.sign(spec, algorithm, MessageType.RAW, TestKeys.of(spec).secret(), MESSAGE);

        assertThat(Signatures.verify(
                        spec, algorithm, MessageType.DIGEST, TestKeys.publicKey(spec), digest(algorithm), signature))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("everyAlgorithm")
    void refusesMalformedSignatures(KeySpec spec, SigningAlgorithm algorithm) throws Exception {
        MessageType type = algorithm.accepts(MessageType.RAW) ? MessageType.RAW : MessageType.DIGEST;
        Blob message = type == MessageType.RAW ? MESSAGE : digest(algorithm);
        Blob signature = Signatures.sign(spec, algorithm, type, TestKeys.of(spec).secret(), message);

        assertThat(malformed(signature))
                .noneMatch(wrong -> Signatures.verify(spec, algorithm, type, TestKeys.publicKey(spec), message, wrong));
    }

    /// After the manner of Wycheproof: cut, extended, empty, of zeroes, r and s of zero, an indefinite length.
    private static List<Blob> malformed(Blob signature) {
        List<Blob> wrong = new ArrayList<>();
        String hex = signature.hex();
        wrong.add(Blob.ofHex(hex.substring(2)));
        wrong.add(Blob.ofHex(hex.substring(0, hex.length() - 2)));
        wrong.add(Blob.ofHex(hex + "00"));
        wrong.add(Blob.of(new byte[1]));
        wrong.add(Blob.of(new byte[signature.size()]));
        wrong.add(Blob.ofHex("3006020100020100"));
        wrong.add(Blob.ofHex("3006020101020100"));
        wrong.add(Blob.ofHex("3080" + hex.substring(4) + "0000"));
        return wrong;
    }

    @ParameterizedTest
    @MethodSource("everyAlgorithm")
    void bouncyCastleAgrees(KeySpec spec, SigningAlgorithm algorithm) throws Exception {
        if (algorithm == SigningAlgorithm.ED25519_PH_SHA_512 || spec == KeySpec.SM2) {
            return; // Bouncy Castle made it; published vectors and openssl are the second opinion
        }
        Blob signature =
                Signatures.sign(spec, algorithm, MessageType.RAW, TestKeys.of(spec).secret(), MESSAGE);
        String hash = algorithm.hash().replace("-", "");
        Signature other = Signature.getInstance(
                switch (algorithm.scheme()) {
                    case RSA_PSS -> hash + "withRSAandMGF1";
                    case RSA_PKCS1 -> hash + "withRSA";
                    case ECDSA -> hash + "withECDSA";
                    case ML_DSA -> "ML-DSA";
                    default -> "Ed25519";
                },
                BouncyCastle.PROVIDER);
        if (algorithm.scheme() == SigningAlgorithm.Scheme.RSA_PSS) {
            other.setParameter(new PSSParameterSpec(
                    algorithm.hash(), "MGF1", new MGF1ParameterSpec(algorithm.hash()), algorithm.digestLength(), 1));
        }
        String family = switch (spec.family()) {
            case EDWARDS -> "Ed25519";
            case ML_DSA -> "ML-DSA";
            default -> spec.family().name();
        };
        other.initVerify(KeyFactory.getInstance(family, BouncyCastle.PROVIDER)
                .generatePublic(new X509EncodedKeySpec(TestKeys.publicKey(spec).toByteArray())));
        other.update(MESSAGE.toByteArray());

        assertThat(other.verify(signature.toByteArray())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("hashingAlgorithms")
    void opensslAgrees(KeySpec spec, SigningAlgorithm algorithm, @TempDir Path folder) throws Exception {
        Blob signature = Signatures.sign(
                spec, algorithm, MessageType.DIGEST, TestKeys.of(spec).secret(), digest(algorithm));
        OpenSsl openssl = new OpenSsl(folder)
                .file("public.der", TestKeys.publicKey(spec).toByteArray())
                .file("message", MESSAGE.toByteArray())
                .file("signature", signature.toByteArray());
        String hash = "-" + algorithm.hash().replace("-", "").toLowerCase();
        List<String> command = new ArrayList<>(List.of("dgst", hash, "-keyform", "DER", "-verify", "public.der"));
        if (algorithm.scheme() == SigningAlgorithm.Scheme.RSA_PSS) {
            command.addAll(List.of("-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"));
        }
        command.addAll(List.of("-signature", "signature", "message"));

        assertThat(openssl.run(command.toArray(String[]::new)).succeeded()).isTrue();
    }

    @Test
    void opensslAgreesOnEd25519(@TempDir Path folder) {
        KeySpec spec = KeySpec.ECC_NIST_EDWARDS25519;
        Blob signature = Ed25519.sign(TestKeys.of(spec).secret(), MESSAGE);
        OpenSsl openssl = new OpenSsl(folder)
                .file("public.der", TestKeys.publicKey(spec).toByteArray())
                .file("message", MESSAGE.toByteArray())
                .file("signature", signature.toByteArray());

        assertThat(openssl.run("pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "public.der", "-rawin",
                        "-in", "message", "-sigfile", "signature").succeeded())
                .isTrue();
    }

    @Test
    void refusesADigestOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signatures.sign(
                        KeySpec.ECC_NIST_P256,
                        SigningAlgorithm.ECDSA_SHA_256,
                        MessageType.DIGEST,
                        TestKeys.of(KeySpec.ECC_NIST_P256).secret(),
                        MESSAGE))
                .withMessage("A digest for ECDSA_SHA_256 has 32 bytes, not 18");
    }

    private static Blob digest(SigningAlgorithm algorithm) throws Exception {
        MessageDigest hash = switch (algorithm) {
            case SM2DSA -> MessageDigest.getInstance("SM3", BouncyCastle.PROVIDER);
            case ML_DSA_SHAKE_256 -> MessageDigest.getInstance("SHAKE256-512");
            default -> MessageDigest.getInstance(algorithm.hash());
        };
        return Blob.of(hash.digest(MESSAGE.toByteArray()));
    }
}
