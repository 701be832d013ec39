package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.BesideOthers;
import app.keyhold.files.FileException.Kind;
import app.keyhold.iam.Principal;
import app.keyhold.kms.SmallVault;
import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the AWS Encryption SDK writes in each of its algorithm suites, with frames and without: opened here, but the old
/// suites only if that is allowed, and written anew in a suite of today.
@BesideOthers
class SdkSuitesTest {
    private static final Map<String, String> CONTEXT = Map.of("purpose", "letters", "Ort", "Zürich");
    private static final int FRAME = 64;
    private static final int UNFRAMED = 0;
    private static final Allowances ALL = new Allowances(true, true);

    @TempDir
    private Path folder;

    private final SmallVault vault = new SmallVault();
    private final DoorMasterKey masterKey =
            new DoorMasterKey(vault.owner(), vault.addKey().arn().toString());
    private final FileService files = new FileService(vault.through(Principal.Service.FILES, SmallVault.OWNER));

    @AfterEach
    void close() {
        vault.close();
    }

    static Stream<Arguments> suitesAndSizes() {
        return Arrays.stream(CryptoAlgorithm.values())
                .flatMap(suite -> Stream.of(FRAME, UNFRAMED)
                        .flatMap(frame -> Stream.of(0, 1, FRAME, 3 * FRAME, 1000)
                                .map(size -> Arguments.of(suite, frame, size))));
    }

    @ParameterizedTest
    @MethodSource("suitesAndSizes")
    void areOpenedAsFileAndAsStream(CryptoAlgorithm suite, int frameLength, int size) throws Exception {
        byte[] message = write(suite, frameLength, plaintext(size));
        Path file = Files.write(folder.resolve("letter.khd"), message);

        files.decrypt(DecryptOrder.of(file).synced(false).allowingUncommitted(true), Progress.none());

        assertThat(folder.resolve("letter")).hasBinaryContent(plaintext(size));
        assertThat(opened(message)).isEqualTo(plaintext(size));
        var out = new ByteArrayOutputStream();
        files.decrypt(file, out, new Allowances(true, false), Progress.none());
        assertThat(out.toByteArray()).isEqualTo(plaintext(size));
    }

    @ParameterizedTest
    @MethodSource("suitesAndSizes")
    void areToldOfWithoutAKey(CryptoAlgorithm suite, int frameLength, int size) throws Exception {
        Path file = Files.write(folder.resolve("letter.khd"), write(suite, frameLength, plaintext(size)));

        var told = files.inspect(file);

        assertThat(Integer.parseInt(told.suiteId(), 16)).isEqualTo(suite.getValue());
        assertThat(told.committing()).isEqualTo(suite.isCommitting());
        assertThat(told.formatVersion()).isEqualTo(suite.isCommitting() ? 2 : 1);
        assertThat(told.signed()).isEqualTo(suite.getTrailingSignatureLength() > 0);
        assertThat(told.frameLength()).isEqualTo(frameLength);
        assertThat(told.contentSize()).isEqualTo(size);
        assertThat(told.headerSize() + told.bodySize() + told.footerSize()).isEqualTo(told.fileSize());
        assertThat(told.context()).containsAllEntriesOf(CONTEXT);
    }

    @ParameterizedTest
    @MethodSource("suitesAndSizes")
    void areWrittenAnewInASuiteThatCommits(CryptoAlgorithm suite, int frameLength, int size) throws Exception {
        Path file = Files.write(folder.resolve("letter.khd"), write(suite, frameLength, plaintext(size)));

        files.reencrypt(ReencryptOrder.of(file).allowingUncommitted(true), Progress.none());
        files.remember();

        var told = files.inspect(file);
        assertThat(told.suiteId()).isEqualTo(told.signed() ? "0578" : "0478");
        assertThat(told.signed()).isEqualTo(suite.getTrailingSignatureLength() > 0);
        var sdk = AwsCrypto.builder()
                .withCommitmentPolicy(CommitmentPolicy.RequireEncryptRequireDecrypt)
                .build();
        var opened = sdk.decryptData(masterKey, Files.readAllBytes(file));
        assertThat(opened.getResult()).isEqualTo(plaintext(size));
        assertThat(opened.getEncryptionContext()).containsAllEntriesOf(CONTEXT);
    }

    @ParameterizedTest
    @MethodSource("suitesAndSizes")
    void areRefusedUnlessAllowedIfTheyDoNotCommit(CryptoAlgorithm suite, int frameLength, int size) throws Exception {
        byte[] message = write(suite, frameLength, plaintext(size));
        Path file = Files.write(folder.resolve("letter.khd"), message);
        if (suite.isCommitting()) {
            files.reencrypt(ReencryptOrder.of(file).onlyOlder(true), Progress.none());
            return;
        }
        var out = new ByteArrayOutputStream();
        var allButThat = new Allowances(false, true);

        refused(Kind.UNCOMMITTED, () -> files.decrypt(DecryptOrder.of(file), Progress.none()));
        refused(Kind.UNCOMMITTED, () -> files.reencrypt(ReencryptOrder.of(file), Progress.none()));
        refused(Kind.UNCOMMITTED, () -> files.decrypt(file, out, allButThat, Progress.none()));
        refused(
                Kind.UNCOMMITTED,
                () -> files.decrypt(new ByteArrayInputStream(message), out, allButThat, Progress.none()));
        assertThat(out.size()).isZero();
        assertThat(file).hasBinaryContent(message);
        assertThat(folder).isDirectoryNotContaining("glob:**letter");
    }

    @Test
    void sayHowToAllowThem() throws Exception {
        byte[] message = write(CryptoAlgorithm.ALG_AES_256_GCM_IV12_TAG16_NO_KDF, FRAME, plaintext(1));
        Path file = Files.write(folder.resolve("letter.khd"), message);

        assertThatThrownBy(() -> files.decrypt(DecryptOrder.of(file), Progress.none()))
                .isInstanceOfSatisfying(FileException.class, refused -> {
                    assertThat(refused.happened()).contains("suite 0078 does not commit to its key");
                    assertThat(refused.next()).contains("--allow-uncommitted");
                });
    }

    @Test
    void areOpenedIntoAFileHoweverLongTheirOnePieceIs() throws Exception {
        byte[] plaintext = plaintext((33 << 20) + 5);
        var suite = CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384;
        byte[] message = write(suite, UNFRAMED, plaintext);
        Path file = Files.write(folder.resolve("film.khd"), message);

        files.decrypt(DecryptOrder.of(file).synced(false), Progress.none());
        assertThat(Arrays.equals(Files.readAllBytes(folder.resolve("film")), plaintext)).isTrue();

        message[message.length / 2] ^= 1;
        Files.write(file, message);
        Files.delete(folder.resolve("film"));
        refused(Kind.DAMAGED, () -> files.decrypt(DecryptOrder.of(file).synced(false), Progress.none()));
        assertThat(folder).isDirectoryContaining("glob:**.khd").isDirectoryNotContaining("glob:**film{,.part}");
    }

    /// Longer than what is held before it is verified, and so are its regular frames.
    @Test
    void areOpenedWithFramesOfAnyLength() throws Exception {
        byte[] plaintext = plaintext((66 << 20) + 7);
        var suite = CryptoAlgorithm.ALG_AES_128_GCM_IV12_TAG16_HKDF_SHA256;
        Path file = Files.write(folder.resolve("film.khd"), write(suite, 33 << 20, plaintext));

        files.decrypt(DecryptOrder.of(file).synced(false).allowingUncommitted(true), Progress.none());
        assertThat(Arrays.equals(Files.readAllBytes(folder.resolve("film")), plaintext)).isTrue();

        files.reencrypt(ReencryptOrder.of(file).allowingUncommitted(true), Progress.none());
        Files.delete(folder.resolve("film"));
        files.decrypt(DecryptOrder.of(file).synced(false), Progress.none());
        assertThat(Arrays.equals(Files.readAllBytes(folder.resolve("film")), plaintext)).isTrue();
    }

    @Test
    void areNotReleasedToAStreamIfTheirOnePieceIsTooLongToBeVerifiedFirst() {
        byte[] message = write(CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY, UNFRAMED, plaintext(100));
        int length = message.length - 16 - 100 - Long.BYTES;
        ByteBuffer.wrap(message).putLong(length, (64 << 20) + 1);

        assertThatThrownBy(() -> opened(message)).isInstanceOfSatisfying(FileException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
            assertThat(refused.next()).contains("file");
        });
    }

    /// Signed, so all of it would be verified first.
    @Test
    void areNotReadInVainIfTheirOnePieceIsTooLongToBeReleased() throws Exception {
        var suite = CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384;
        byte[] message = write(suite, UNFRAMED, plaintext(100));
        Path file = Files.write(folder.resolve("film.khd"), message);
        int header = files.inspect(file).headerSize();
        long length = (64 << 20) + 1;
        ByteBuffer.wrap(message).putLong(header + 12, length);
        Files.write(file, message);
        try (var grown = FileChannel.open(file, StandardOpenOption.WRITE)) {
            grown.write(ByteBuffer.allocate(1), message.length - 100 + length - 1);
        }

        assertThatThrownBy(() -> files.decrypt(file, new ByteArrayOutputStream(), Allowances.none(), onlyOpening()))
                .isInstanceOfSatisfying(FileException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
                    assertThat(refused.next()).isEqualTo("Decrypt it into a file.");
                });
    }

    private static Progress onlyOpening() {
        return new Progress() {
            @Override
            public void at(Phase phase, long done, long total) {
                assertThat(phase).isEqualTo(Phase.OPENING);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    private byte[] write(CryptoAlgorithm suite, int frameLength, byte[] plaintext) {
        return AwsCrypto.builder()
                .withCommitmentPolicy(
                        suite.isCommitting()
                                ? CommitmentPolicy.RequireEncryptRequireDecrypt
                                : CommitmentPolicy.ForbidEncryptAllowDecrypt)
                .withEncryptionAlgorithm(suite)
                .withEncryptionFrameSize(frameLength)
                .build()
                .encryptData(masterKey, plaintext, CONTEXT)
                .getResult();
    }

    private byte[] opened(byte[] message) {
        var out = new ByteArrayOutputStream();
        files.decrypt(new ByteArrayInputStream(message), out, ALL, Progress.none());
        return out.toByteArray();
    }

    private static byte[] plaintext(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static void refused(Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(FileException.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }
}
