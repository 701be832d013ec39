package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.files.FileException.Kind;
import app.keyhold.iam.Principal;
import app.keyhold.kms.SmallVault;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.message.AlgorithmSuite;
import app.keyhold.message.DataKey;
import app.keyhold.message.EncryptedDataKey;
import app.keyhold.message.Header;
import app.keyhold.message.HeaderReader;
import app.keyhold.message.Keyring;
import app.keyhold.message.MessageStreams;
import app.keyhold.message.OutgoingMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A file under a fresh data key in its own place, through the real pipeline: the same content, another message, and on
/// any failure the file as it was.
@BesideOthers
class ReencryptionTest {
    private static final int FRAME = Encryption.FRAME_LENGTH;
    private static final Map<String, String> CONTEXT = Map.of("purpose", "archive");

    @TempDir
    private Path folder;

    private final SmallVault vault = new SmallVault();
    private final String key = vault.addKey().arn().toString();
    private final FileService files = new FileService(vault.through(Principal.Service.FILES, SmallVault.OWNER));

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
    void holdsTheSameUnderANewDataKey(int size, boolean signed) throws Exception {
        Path file = encrypted(size, signed);
        var before = files.inspect(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        vault.owner().call(new RotateKeyOnDemand.Request(keyId()));

        var result = files.reencrypt(ReencryptOrder.of(file), Progress.none());

        assertThat(decrypted(file)).isEqualTo(plaintext(size));
        var after = files.inspect(file);
        assertThat(after.messageId()).isNotEqualTo(before.messageId());
        assertThat(after.suite()).isEqualTo(before.suite());
        assertThat(after.keyArns()).containsExactly(key);
        assertThat(after.context()).containsAllEntriesOf(CONTEXT);
        assertThat(after.contentSize()).isEqualTo(size);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
        assertThat(names()).containsExactly("film.khd");
        assertThat(result).isInstanceOfSatisfying(FileResult.Written.class, written -> {
            assertThat(written.target()).isEqualTo(file);
            assertThat(written.bytesWritten()).isEqualTo(file.toFile().length());
        });
    }

    @Test
    void goesToAnotherKeyAndNeedsTheFirstNoMore() throws Exception {
        Path file = encrypted(1000, false);
        String other = vault.addKey().arn().toString();

        files.reencrypt(ReencryptOrder.of(file).under(other), Progress.none());
        vault.owner().call(new DisableKey.Request(key));

        assertThat(files.inspect(file).keyArns()).containsExactly(other);
        assertThat(decrypted(file)).isEqualTo(plaintext(1000));
    }

    @Test
    void usesNoNonceOfTheOldDataKeyAgain() throws Exception {
        Path file = encrypted(3 * FRAME, false);
        byte[] before = Files.readAllBytes(file);

        files.reencrypt(ReencryptOrder.of(file), Progress.none());

        byte[] after = Files.readAllBytes(file);
        assertThat(header(after).commitment()).isNotEqualTo(header(before).commitment());
        assertThat(header(after).dataKeys()).doesNotContainAnyElementsOf(header(before).dataKeys());
    }

    /// The lengths of frames that other programs choose; the last of 12 is of none.
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 12, 100, 1 << 20})
    void takesWhatOthersWroteInFramesOfAnyLength(int frameLength) throws Exception {
        Path file = folder.resolve("film.khd");
        for (boolean signed : new boolean[] {false, true}) {
            Files.write(file, foreign(plaintext(36), frameLength, signed, List.of()));

            files.reencrypt(ReencryptOrder.of(file), Progress.none());

            assertThat(decrypted(file)).isEqualTo(plaintext(36));
            assertThat(files.inspect(file).frameLength()).isEqualTo(FRAME);
        }
    }

    @Test
    void isRefusedWhereOneOfSeveralKeysWouldLoseIt() throws Exception {
        var stranger = EncryptedDataKey.awsKms(key.replace("us-east-1", "eu-west-1"), Blob.of(new byte[40]));
        Path file = Files.write(folder.resolve("film.khd"), foreign(plaintext(36), FRAME, false, List.of(stranger)));
        byte[] before = Files.readAllBytes(file);

        refused(Kind.NO_KEY, () -> files.reencrypt(ReencryptOrder.of(file), Progress.none()));
        assertThat(file).hasBinaryContent(before);

        files.reencrypt(ReencryptOrder.of(file).under(key), Progress.none());
        assertThat(decrypted(file)).isEqualTo(plaintext(36));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesATamperedFileAsItIsAndSaysWhere(boolean signed) throws Exception {
        Path file = encrypted(3 * FRAME, signed);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 2 * FRAME] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> files.reencrypt(ReencryptOrder.of(file), Progress.none()))
                .isInstanceOfSatisfying(FileException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Kind.DAMAGED);
                    assertThat(refused.offset()).isPresent();
                });
        assertThat(file).hasBinaryContent(bytes);
        assertThat(names()).containsExactly("film.khd");
    }

    @Test
    void leavesAFileWhoseSignatureIsWrongAsItIs() throws Exception {
        Path file = encrypted(FRAME, true);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        refused(Kind.DAMAGED, () -> files.reencrypt(ReencryptOrder.of(file), Progress.none()));
        assertThat(file).hasBinaryContent(bytes);
        assertThat(names()).containsExactly("film.khd");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesACutOffFileAsItIs(boolean signed) throws Exception {
        Path file = encrypted(3 * FRAME, signed);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - FRAME));

        refused(Kind.TRUNCATED, () -> files.reencrypt(ReencryptOrder.of(file), Progress.none()));
        assertThat(file).hasBinaryContent(Arrays.copyOf(bytes, bytes.length - FRAME));
        assertThat(names()).containsExactly("film.khd");
    }

    @Test
    void isRefusedToWhoMayNotDecrypt() throws Exception {
        Path file = encrypted(1000, false);
        byte[] before = Files.readAllBytes(file);
        var eva = new FileService(vault.through(Principal.Service.FILES, vault.addUser("eva")));

        refused(Kind.DENIED, () -> eva.reencrypt(ReencryptOrder.of(file), Progress.none()));
        assertThat(file).hasBinaryContent(before);
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"OPENING", "ENCRYPTING", "VERIFYING"})
    void leavesTheFileAsItWasIfItIsCancelled(Phase at) throws Exception {
        Path file = encrypted(3 * FRAME, false);
        byte[] before = Files.readAllBytes(file);

        refused(Kind.CANCELLED, () -> files.reencrypt(ReencryptOrder.of(file), new Progress() {
            private boolean reached;

            @Override
            public synchronized void at(Phase phase, long done, long total) {
                reached |= phase == at;
            }

            @Override
            public synchronized boolean cancelled() {
                return reached;
            }
        }));
        assertThat(file).hasBinaryContent(before);
        assertThat(names()).containsExactly("film.khd");
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"ENCRYPTING", "VERIFYING"})
    void doesNotReplaceAFileThatAnotherProgramChangedMeanwhile(Phase at) throws Exception {
        Path file = encrypted(3 * FRAME, false);

        refused(Kind.SOURCE_CHANGED, () -> files.reencrypt(ReencryptOrder.of(file), at(at, () -> {
            Files.delete(file);
            Files.writeString(file, "of another program");
        })));
        assertThat(file).hasContent("of another program");
        assertThat(names()).containsExactly("film.khd");
    }

    @Test
    void doesNotTakeANameWhereWhatWasWrittenReadsBackAsSomethingElse() throws Exception {
        Path file = encrypted(3 * FRAME, false);
        byte[] before = Files.readAllBytes(file);

        refused(Kind.DAMAGED, () -> files.reencrypt(ReencryptOrder.of(file), at(Phase.VERIFYING, () -> {
            Path part = folder.resolve("film.khd.part");
            byte[] written = Files.readAllBytes(part);
            written[written.length / 2] ^= 1;
            Files.write(part, written);
        })));
        assertThat(file).hasBinaryContent(before);
        assertThat(names()).containsExactly("film.khd");
    }

    @Test
    void leavesAloneWhatIsOnTheNewestMaterialIfOnlyOlderIsMeant() throws Exception {
        Path file = encrypted(1000, false);
        byte[] before = Files.readAllBytes(file);
        var order = ReencryptOrder.of(file).onlyOlder(true);

        assertThat(files.reencrypt(order, Progress.none())).isEqualTo(new FileResult.Current(file, key));
        assertThat(file).hasBinaryContent(before);

        vault.owner().call(new RotateKeyOnDemand.Request(keyId()));
        assertThat(files.reencrypt(order, Progress.none())).isInstanceOf(FileResult.Written.class);
        assertThat(decrypted(file)).isEqualTo(plaintext(1000));
    }

    @Test
    void isKnownAtOnceInThePlaceOfTheOld() throws Exception {
        Path file = encrypted(1000, false);
        files.remember();
        vault.owner().call(new RotateKeyOnDemand.Request(keyId()));
        assertThat(known()).singleElement().satisfies(old -> assertThat(old.materialId()).isNotEqualTo(newest()));

        files.reencrypt(ReencryptOrder.of(file), Progress.none());

        assertThat(known()).singleElement().satisfies(now -> {
            assertThat(now.messageId()).isEqualTo(files.inspect(file).messageId());
            assertThat(now.materialId()).isEqualTo(newest());
            assertThat(now.size()).isEqualTo(1000);
        });
    }

    @Test
    void isNotKnownIfItFailed() throws Exception {
        Path file = encrypted(3 * FRAME, false);
        files.remember();
        var before = known();

        refused(Kind.SOURCE_CHANGED, () -> files.reencrypt(
                ReencryptOrder.of(file), at(Phase.VERIFYING, () -> Files.writeString(file, "other"))));
        files.remember();

        assertThat(known()).isEqualTo(before);
    }

    @Test
    void nothingElseIsReplaced() throws Exception {
        Path file = encrypted(1000, false);
        Path link = Files.createSymbolicLink(folder.resolve("link.khd"), file);

        refused(Kind.NOT_A_FILE, () -> files.reencrypt(ReencryptOrder.of(link), Progress.none()));
        refused(Kind.NOT_A_MESSAGE, () -> files.reencrypt(
                ReencryptOrder.of(Files.writeString(folder.resolve("text"), "plain")), Progress.none()));
    }

    private Path encrypted(int size, boolean signed) throws IOException {
        Path source = Files.write(folder.resolve("film"), plaintext(size));
        files.encrypt(
                EncryptOrder.of(source, Sealing.under(key).withContext(CONTEXT).signed(signed)).synced(false),
                Progress.none());
        Files.delete(source);
        return folder.resolve("film.khd");
    }

    private byte[] decrypted(Path file) {
        var out = new ByteArrayOutputStream();
        files.decrypt(file, out, Allowances.none(), Progress.none());
        return out.toByteArray();
    }

    private static Header header(byte[] message) throws IOException {
        return HeaderReader.read(new ByteArrayInputStream(message)).header();
    }

    /// @param others keys behind the one that opens it
    private byte[] foreign(byte[] plaintext, int frameLength, boolean signed, List<EncryptedDataKey> others)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try (var message = OutgoingMessage.begin(new Before(others), AlgorithmSuite.of(signed), CONTEXT, frameLength)) {
            MessageStreams.encrypt(message, new ByteArrayInputStream(plaintext), out, _ -> {});
        }
        return out.toByteArray();
    }

    private final class Before implements Keyring {
        private final List<EncryptedDataKey> others;

        private Before(List<EncryptedDataKey> others) {
            this.others = others;
        }

        @Override
        public DataKey generate(Map<String, String> context) {
            var answer = vault.owner().call(GenerateDataKey.Request.aes256(key, context));
            var wrapped = new ArrayList<EncryptedDataKey>();
            wrapped.add(EncryptedDataKey.awsKms(key, answer.ciphertextBlob()));
            wrapped.addAll(others);
            return new DataKey(answer.plaintext(), wrapped);
        }

        @Override
        public SecretBytes unwrap(List<EncryptedDataKey> wrapped, Map<String, String> context) {
            throw new UnsupportedOperationException();
        }
    }

    private interface Deed {
        void run() throws IOException;
    }

    /// Does something once, when a phase is reached.
    private static Progress at(Phase phase, Deed deed) {
        return new Progress() {
            private boolean done;

            @Override
            public synchronized void at(Phase now, long bytes, long total) {
                if (now == phase && !done) {
                    done = true;
                    try {
                        deed.run();
                    } catch (IOException failure) {
                        throw new AssertionError(failure);
                    }
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    private List<KnownFile> known() {
        var view = vault.region.view();
        return view.files().groups().stream()
                .flatMap(group -> view.files().under(group.keyId(), group.materialId(), 0, 100).stream())
                .toList();
    }

    private String newest() {
        return vault.key(keyId()).currentMaterial().id();
    }

    private String keyId() {
        return key.substring(key.indexOf('/') + 1);
    }

    private List<String> names() throws IOException {
        try (var children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString()).sorted().toList();
        }
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
