package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.VectorFile.Vector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.crypto.BadPaddingException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// SM2 has one provider here, so published vectors and openssl are the judges.
class Sm2Test {
    private static final Blob MESSAGE = Blob.of("Sealed at the desk".getBytes(StandardCharsets.UTF_8));
    private static final String ID = "1234567812345678";

    /// a, b and the base point of the recommended curve (GB/T 32918.5), as they stand in Z.
    private static final String CURVE = "fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc"
            + "28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93"
            + "32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7"
            + "bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0";

    static Stream<Vector> signatures() {
        return VectorFile.read(Sm2Test.class, "sm2-signature.txt");
    }

    static Stream<Vector> ciphertexts() {
        return VectorFile.read(Sm2Test.class, "sm2-encryption.txt");
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void acceptsExactlyWhatIsPublished(Vector vector) {
        boolean accepted = Signatures.verify(
                KeySpec.SM2,
                SigningAlgorithm.SM2DSA,
                MessageType.valueOf(vector.text("type")),
                EcKeys.sm2PublicKey(vector.text("public")),
                Blob.of(vector.hex("message")),
                Blob.of(vector.hex("signature")));

        assertThat(accepted ? "success" : "signature refused").isEqualTo(vector.expect());
    }

    @ParameterizedTest
    @MethodSource("ciphertexts")
    void opensExactlyWhatIsPublished(Vector vector) throws Exception {
        SecretBytes own = EcKeys.pkcs8(KeySpec.SM2, vector.text("private"));
        Blob ciphertext = Blob.of(vector.hex("ciphertext"));

        if (vector.expect().equals("success")) {
            assertThat(PublicKeyEncryption.decrypt(EncryptionAlgorithm.SM2PKE, own, ciphertext).exposed())
                    .isEqualTo(vector.hex("plaintext"));
        } else {
            assertThatThrownBy(() -> PublicKeyEncryption.decrypt(EncryptionAlgorithm.SM2PKE, own, ciphertext))
                    .isInstanceOf(BadPaddingException.class)
                    .hasMessage(null);
        }
    }

    @Test
    void aSignedDigestIsASignedMessage() {
        Blob signature = sign(MessageType.DIGEST, digest(ID));

        assertThat(verifies(MessageType.RAW, MESSAGE, signature)).isTrue();
    }

    @Test
    void aSignedMessageIsASignedDigest() {
        assertThat(verifies(MessageType.DIGEST, digest(ID), sign(MessageType.RAW, MESSAGE))).isTrue();
    }

    @Test
    void theCallersDigestMayHaveAnIdOfItsOwn(@TempDir Path folder) {
        Blob signature = sign(MessageType.DIGEST, digest("ALICE123@YAHOO.COM"));

        assertThat(opensslVerifies(folder, "ALICE123@YAHOO.COM", signature)).isTrue();
        assertThat(verifies(MessageType.RAW, MESSAGE, signature)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RAW", "DIGEST"})
    void opensslVerifies(MessageType type, @TempDir Path folder) {
        Blob signature = sign(type, type == MessageType.RAW ? MESSAGE : digest(ID));

        assertThat(opensslVerifies(folder, ID, signature)).isTrue();
        assertThat(opensslVerifies(folder, "another", signature)).isFalse();
    }

    @Test
    void verifiesWhatOpensslSigned(@TempDir Path folder) {
        byte[] signature = new OpenSsl(folder)
                .file("private.der", TestKeys.of(KeySpec.SM2).secret().exposed())
                .file("message", MESSAGE.toByteArray())
                .run("pkeyutl", "-sign", "-keyform", "DER", "-inkey", "private.der", "-rawin", "-digest", "sm3",
                        "-pkeyopt", "distid:" + ID, "-in", "message")
                .output();

        assertThat(verifies(MessageType.RAW, MESSAGE, Blob.of(signature))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 1024})
    void opensWhatItSealed(int length) throws Exception {
        SecretBytes plaintext = Randomness.secret(length);

        assertThat(open(seal(plaintext)).sameAs(plaintext)).isTrue();
    }

    @Test
    void opensslOpensWhatItSealed(@TempDir Path folder) {
        byte[] plaintext = Randomness.bytes(1024);
        byte[] opened = new OpenSsl(folder)
                .file("private.der", TestKeys.of(KeySpec.SM2).secret().exposed())
                .file("ciphertext", seal(SecretBytes.copyOf(plaintext)).toByteArray())
                .run("pkeyutl", "-decrypt", "-keyform", "DER", "-inkey", "private.der", "-in", "ciphertext")
                .output();

        assertThat(opened).isEqualTo(plaintext);
    }

    @Test
    void opensWhatOpensslSealed(@TempDir Path folder) throws Exception {
        byte[] plaintext = Randomness.bytes(200);
        byte[] ciphertext = new OpenSsl(folder)
                .file("public.der", TestKeys.publicKey(KeySpec.SM2).toByteArray())
                .file("plaintext", plaintext)
                .run("pkeyutl", "-encrypt", "-pubin", "-keyform", "DER", "-inkey", "public.der", "-in", "plaintext")
                .output();

        assertThat(open(Blob.of(ciphertext)).exposed()).isEqualTo(plaintext);
    }

    @Test
    void opensNoCiphertextWithAnyByteChanged() {
        byte[] ciphertext = seal(Randomness.secret(20)).toByteArray();
        for (int at = 0; at < ciphertext.length; at++) {
            for (int change : new int[] {0x01, 0x80, 0xff}) {
                byte[] changed = ciphertext.clone();
                changed[at] ^= (byte) change;

                assertThatThrownBy(() -> open(Blob.of(changed)))
                        .as("byte %d", at)
                        .isInstanceOf(BadPaddingException.class)
                        .hasMessage(null);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RAW", "DIGEST"})
    void refusesASignatureWithAnyByteChanged(MessageType type) {
        Blob message = type == MessageType.RAW ? MESSAGE : digest(ID);
        byte[] signature = sign(type, message).toByteArray();
        for (int at = 0; at < signature.length; at++) {
            for (int change : new int[] {0x01, 0x80, 0xff}) {
                byte[] changed = signature.clone();
                changed[at] ^= (byte) change;

                assertThat(verifies(type, message, Blob.of(changed))).as("byte %d", at).isFalse();
            }
        }
    }

    @Test
    void opensNoCiphertextForAnotherKey() {
        Blob ciphertext = PublicKeyEncryption.encrypt(
                EncryptionAlgorithm.SM2PKE,
                KeyGeneration.generate(KeySpec.SM2).publicKey().orElseThrow(),
                Randomness.secret(16));

        assertThatThrownBy(() -> open(ciphertext)).isInstanceOf(BadPaddingException.class).hasMessage(null);
    }

    private static boolean opensslVerifies(Path folder, String id, Blob signature) {
        return new OpenSsl(folder)
                .file("public.der", TestKeys.publicKey(KeySpec.SM2).toByteArray())
                .file("message", MESSAGE.toByteArray())
                .file("signature", signature.toByteArray())
                .run("pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "public.der", "-rawin", "-digest",
                        "sm3", "-pkeyopt", "distid:" + id, "-in", "message", "-sigfile", "signature")
                .succeeded();
    }

    private static Blob sign(MessageType type, Blob message) {
        return Signatures.sign(
                KeySpec.SM2, SigningAlgorithm.SM2DSA, type, TestKeys.of(KeySpec.SM2).secret(), message);
    }

    private static boolean verifies(MessageType type, Blob message, Blob signature) {
        return Signatures.verify(
                KeySpec.SM2, SigningAlgorithm.SM2DSA, type, TestKeys.publicKey(KeySpec.SM2), message, signature);
    }

    private static Blob seal(SecretBytes plaintext) {
        return PublicKeyEncryption.encrypt(
                EncryptionAlgorithm.SM2PKE, TestKeys.publicKey(KeySpec.SM2), plaintext);
    }

    private static SecretBytes open(Blob ciphertext) throws BadPaddingException {
        return PublicKeyEncryption.decrypt(
                EncryptionAlgorithm.SM2PKE, TestKeys.of(KeySpec.SM2).secret(), ciphertext);
    }

    /// SM3 of Z and the message, as a caller makes it (GB/T 32918.2, 5.5).
    private static Blob digest(String id) {
        String publicKey = TestKeys.publicKey(KeySpec.SM2).hex();
        byte[] idBytes = id.getBytes(StandardCharsets.UTF_8);
        Blob z = sm3("%04x".formatted(idBytes.length * 8)
                + Blob.of(idBytes).hex()
                + CURVE
                + publicKey.substring(publicKey.length() - 128));
        return sm3(z.hex() + MESSAGE.hex());
    }

    private static Blob sm3(String hex) {
        byte[] input = Blob.ofHex(hex).toByteArray();
        var digest = new SM3Digest();
        digest.update(input, 0, input.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return Blob.of(hash);
    }
}
