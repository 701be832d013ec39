package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.BesideOthers;
import app.keyhold.iam.Principal;
import app.keyhold.kms.SmallVault;
import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The AWS Encryption SDK as the judge of the format: it opens what Keyhold wrote, and Keyhold opens what it wrote.
@BesideOthers
class EncryptionSdkTest {
    private static final int FRAME = Encryption.FRAME_LENGTH;
    private static final Map<String, String> CONTEXT = Map.of("purpose", "letters", "Ort", "Zürich", "𝄞", "clef");

    @TempDir
    private Path folder;

    private final SmallVault vault = new SmallVault();
    private final String key = vault.addKey().arn().toString();
    private final FileService files =
            new FileService(vault.through(Principal.Service.FILES, SmallVault.OWNER));
    private final DoorMasterKey masterKey = new DoorMasterKey(vault.owner(), key);

    @AfterEach
    void close() {
        vault.close();
    }

    static Stream<Arguments> sizesAndSuites() {
        return Stream.of(0, 1, FRAME - 1, FRAME, FRAME + 1, 5 * FRAME, 5 * FRAME + 17)
                .flatMap(size -> Stream.of(Arguments.of(size, false), Arguments.of(size, true)));
    }

    @ParameterizedTest
    @MethodSource("sizesAndSuites")
    void opensWhatKeyholdWrote(int size, boolean signed) throws Exception {
        byte[] plaintext = plaintext(size);
        Path source = Files.write(folder.resolve("a"), plaintext);
        files.encrypt(EncryptOrder.of(source, sealing(CONTEXT, signed)).synced(false), Progress.none());

        var opened = sdk(signed, FRAME).decryptData(masterKey, Files.readAllBytes(folder.resolve("a.khd")));

        assertThat(opened.getResult()).isEqualTo(plaintext);
        assertThat(opened.getEncryptionContext()).containsAllEntriesOf(CONTEXT);
        assertThat(opened.getCryptoAlgorithm()).isEqualTo(algorithm(signed));
    }

    @ParameterizedTest
    @MethodSource("sizesAndSuites")
    void opensWhatKeyholdReencrypted(int size, boolean signed) throws Exception {
        byte[] plaintext = plaintext(size);
        byte[] message = sdk(signed, FRAME).encryptData(masterKey, plaintext, CONTEXT).getResult();
        Path file = Files.write(folder.resolve("a.khd"), message);
        files.reencrypt(ReencryptOrder.of(file), Progress.none());

        var opened = sdk(signed, FRAME).decryptData(masterKey, Files.readAllBytes(file));

        assertThat(opened.getResult()).isEqualTo(plaintext);
        assertThat(opened.getEncryptionContext()).containsAllEntriesOf(CONTEXT);
        assertThat(opened.getCryptoAlgorithm()).isEqualTo(algorithm(signed));
        assertThat(files.inspect(file).contentSize()).isEqualTo(size);
    }

    @ParameterizedTest
    @MethodSource("sizesAndSuites")
    void isOpenedByKeyhold(int size, boolean signed) throws Exception {
        byte[] plaintext = plaintext(size);
        byte[] message = sdk(signed, FRAME).encryptData(masterKey, plaintext, CONTEXT).getResult();
        Path source = Files.write(folder.resolve("a.khd"), message);

        files.decrypt(DecryptOrder.of(source).synced(false), Progress.none());

        assertThat(folder.resolve("a")).hasBinaryContent(plaintext);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 1000, 4096, 1 << 20})
    void isOpenedByKeyholdWithFramesOfAnyLength(int frameLength) throws Exception {
        byte[] plaintext = plaintext(4096);
        byte[] message = sdk(false, frameLength).encryptData(masterKey, plaintext, CONTEXT).getResult();
        Path source = Files.write(folder.resolve("a.khd"), message);

        files.decrypt(DecryptOrder.of(source).synced(false), Progress.none());

        assertThat(folder.resolve("a")).hasBinaryContent(plaintext);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void opensWhatKeyholdWroteAsAStreamWithoutContext(boolean signed) {
        byte[] plaintext = plaintext(3 * FRAME);
        var message = new ByteArrayOutputStream();
        files.encrypt(new ByteArrayInputStream(plaintext), message, sealing(Map.of(), signed), Progress.none());

        assertThat(sdk(signed, FRAME).decryptData(masterKey, message.toByteArray()).getResult())
                .isEqualTo(plaintext);
    }

    @Test
    void refusesWhatKeyholdWroteOnceAByteIsChanged() throws Exception {
        Path source = Files.write(folder.resolve("a"), plaintext(FRAME + 1));
        files.encrypt(EncryptOrder.of(source, sealing(CONTEXT, false)).synced(false), Progress.none());
        byte[] message = Files.readAllBytes(folder.resolve("a.khd"));
        message[message.length / 2] ^= 1;

        assertThatThrownBy(() -> sdk(false, FRAME).decryptData(masterKey, message))
                .hasMessageContaining("Tag mismatch");
    }

    private Sealing sealing(Map<String, String> context, boolean signed) {
        return Sealing.under(key).withContext(context).signed(signed);
    }

    private static AwsCrypto sdk(boolean signed, int frameLength) {
        return AwsCrypto.builder()
                .withCommitmentPolicy(CommitmentPolicy.RequireEncryptRequireDecrypt)
                .withEncryptionAlgorithm(algorithm(signed))
                .withEncryptionFrameSize(frameLength)
                .build();
    }

    private static CryptoAlgorithm algorithm(boolean signed) {
        return signed
                ? CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
                : CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY;
    }

    private static byte[] plaintext(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
