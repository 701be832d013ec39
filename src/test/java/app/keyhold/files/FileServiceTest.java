package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.files.FileException.Kind;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.schedule.CreateServiceManagedKey;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileServiceTest {
    @TempDir
    private Path folder;

    private final SmallDoor door = new SmallDoor();
    private final FileService files = new FileService(door.client());
    private Path report;

    @BeforeEach
    void writeReport() throws IOException {
        report = Files.writeString(folder.resolve("report.pdf"), "the report");
    }

    @Test
    void writesTheEncryptedFileBesideTheSource() throws Exception {
        var result = encrypt();

        assertThat(result).isInstanceOfSatisfying(FileResult.Written.class, written -> {
            assertThat(written.target()).isEqualTo(folder.resolve("report.pdf.khd"));
            assertThat(written.bytesRead()).isEqualTo(10);
            assertThat(written.bytesWritten()).isEqualTo(folder.resolve("report.pdf.khd").toFile().length());
            assertThat(written.keyId()).isEqualTo(SmallDoor.ARN);
        });
        assertThat(report).hasContent("the report");
        assertThat(names()).containsExactly("report.pdf", "report.pdf.khd");
    }

    @Test
    void keepsBothWhenTheNameIsTaken() throws Exception {
        encrypt();
        encrypt();

        files.decrypt(order("report (2).pdf.khd"), Progress.none());
        files.decrypt(order("report.pdf.khd"), Progress.none());

        assertThat(names())
                .containsExactly(
                        "report (2).pdf", "report (2).pdf.khd", "report (3).pdf", "report.pdf", "report.pdf.khd")
                .as("report.pdf was there, and report (2).pdf by then too");
    }

    @Test
    void replacesOnlyWhenAsked() throws Exception {
        Path taken = Files.writeString(folder.resolve("report.pdf.khd"), "old");

        files.encrypt(EncryptOrder.of(report, sealing()).onCollision(Collision.REPLACE), Progress.none());

        assertThat(files.isMessage(taken)).isTrue();
    }

    @Test
    void failsBeforeAskingForAKeyWhenTheNameIsTaken() throws Exception {
        Files.writeString(folder.resolve("report.pdf.khd"), "old");
        var order = EncryptOrder.of(report, sealing()).onCollision(Collision.FAIL);

        refused(Kind.EXISTS, () -> files.encrypt(order, Progress.none()));
        assertThat(door.calls).isEmpty();
        assertThat(folder.resolve("report.pdf.khd")).hasContent("old");
    }

    @Test
    void keepsANameThatIsTakenWhileItWorks() throws Exception {
        var order = EncryptOrder.of(report, sealing()).onCollision(Collision.FAIL);

        refused(Kind.EXISTS, () -> files.encrypt(order, at(Phase.FINISHING, () -> Files.writeString(
                folder.resolve("report.pdf.khd"), "faster"))));
        assertThat(folder.resolve("report.pdf.khd")).hasContent("faster");
        assertThat(names()).containsExactly("report.pdf", "report.pdf.khd");
    }

    @Test
    void neverReplacesTheSourceByItsResult() {
        var order = EncryptOrder.of(report, sealing())
                .to(Destination.exactly(report))
                .onCollision(Collision.REPLACE);

        refused(Kind.REFUSED, () -> files.encrypt(order, Progress.none()));
        assertThat(report).hasContent("the report");
    }

    @Test
    void keepsTheUnfinishedFileToItsOwner() throws Exception {
        files.encrypt(
                EncryptOrder.of(report, sealing()),
                at(Phase.FINISHING, () -> assertThat(PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("report.pdf.khd.part"))))
                        .isEqualTo("rw-------")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-------", "rwxr-x---"})
    void givesTheOriginalsPermissionsBack(String permissions) throws Exception {
        Files.setPosixFilePermissions(report, PosixFilePermissions.fromString(permissions));
        encrypt();

        files.decrypt(order("report.pdf.khd"), Progress.none());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("report (2).pdf"))))
                .isEqualTo(permissions);
    }

    @Test
    void givesTheOriginalsTimeBack() throws Exception {
        var time = FileTime.from(Instant.parse("2019-05-06T07:08:09.123456789Z"));
        Files.setLastModifiedTime(report, time);
        encrypt();
        assertThat(Files.getLastModifiedTime(folder.resolve("report.pdf.khd"))).isEqualTo(time);

        files.decrypt(order("report.pdf.khd"), Progress.none());

        assertThat(Files.getLastModifiedTime(folder.resolve("report (2).pdf"))).isEqualTo(time);
    }

    @Test
    void notesItsPartBeforeItIsThere() {
        var noted = new ArrayList<Boolean>();
        files.encrypt(EncryptOrder.of(report, sealing()), new Progress() {
            @Override
            public void at(Phase phase, long done, long total) {}

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void unfinished(Path part) {
                noted.add(Files.exists(part));
            }
        });

        assertThat(noted).containsExactly(false);
    }

    @Test
    void leavesSetIdBitsBehind() throws Exception {
        Files.setAttribute(report, "unix:mode", 0106755);
        encrypt();

        assertThat((int) Files.getAttribute(folder.resolve("report.pdf.khd"), "unix:mode") & 07777)
                .isEqualTo(0755);
    }

    @Test
    void usesAnotherPartWhenOneIsLeftOver() throws Exception {
        Path leftover = Files.writeString(folder.resolve("report.pdf.khd.part"), "from before");

        encrypt();

        assertThat(leftover).hasContent("from before");
        assertThat(files.isMessage(folder.resolve("report.pdf.khd"))).isTrue();
    }

    @Test
    void writesNothingWhenTheKeyIsDenied() throws Exception {
        door.refusals.put(SmallDoor.ARN, Fault.AccessDeniedException);

        refused(Kind.DENIED, this::encrypt);
        assertThat(names()).containsExactly("report.pdf");
    }

    @Test
    void writesNothingWhenTheKeyOfAFileIsNotHere() throws Exception {
        encrypt();
        door.keys.clear();

        refused(Kind.NO_KEY, () -> files.decrypt(order("report.pdf.khd"), Progress.none()));
        assertThat(names()).containsExactly("report.pdf", "report.pdf.khd");
    }

    @Test
    void makesTheServicesKeyAtItsFirstUse() {
        files.encrypt(EncryptOrder.of(report, Sealing.under(FileService.SERVICE_KEY)), Progress.none());

        assertThat(door.calls).hasExactlyElementsOfTypes(
                GenerateDataKey.Request.class, CreateServiceManagedKey.Request.class, GenerateDataKey.Request.class);
    }

    @Test
    void makesNoKeyForAnotherNameThatIsNotThere() {
        refused(Kind.NO_KEY, () -> files.encrypt(
                EncryptOrder.of(report, Sealing.under("alias/my-files")), Progress.none()));
        assertThat(door.calls).hasSize(1);
    }

    @Test
    void refusesReservedContextKeys() throws Exception {
        var order = EncryptOrder.of(report, sealing().withContext(Map.of("aws-crypto-public-key", "mine")));

        refused(Kind.REFUSED, () -> files.encrypt(order, Progress.none()));
        assertThat(names()).containsExactly("report.pdf");
    }

    @Test
    void refusesSymbolicLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), report);

        refused(Kind.NOT_A_FILE, () -> files.encrypt(EncryptOrder.of(link, sealing()), Progress.none()));
    }

    @Test
    void refusesDevices() {
        var order = EncryptOrder.of(Path.of("/dev/zero"), sealing()).to(Destination.folder(folder));

        refused(Kind.NOT_A_FILE, () -> files.encrypt(order, Progress.none()));
    }

    @Test
    void refusesWhatHasNoRoom() throws Exception {
        Path huge = folder.resolve("huge");
        try (var sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(1L << 43);
        }

        refused(Kind.NO_SPACE, () -> files.encrypt(EncryptOrder.of(huge, sealing()), Progress.none()));
        assertThat(door.calls).isEmpty();
        assertThat(names()).containsExactly("huge", "report.pdf");
    }

    @Test
    void removesWhatItHadWrittenWhenCancelled() throws Exception {
        Path large = Files.write(folder.resolve("large"), new byte[8 << 20]);

        refused(Kind.CANCELLED, () -> files.encrypt(EncryptOrder.of(large, sealing()), new CancelledAtFirst()));
        assertThat(names()).containsExactly("large", "report.pdf");
    }

    @Test
    void finishesNoMoreThanTheFramesAtHandWhenCancelled() throws Exception {
        Path large = Files.write(folder.resolve("large"), new byte[8 << 20]);
        var progress = new CancelledAtFirst();

        refused(Kind.CANCELLED, () -> files.encrypt(EncryptOrder.of(large, sealing()), progress));
        assertThat(progress.frames.get()).isBetween(1, Runtime.getRuntime().availableProcessors());
    }

    /// Cancels when the first frame is done, and counts the frames that are done all the same.
    private static final class CancelledAtFirst implements Progress {
        private final AtomicInteger frames = new AtomicInteger();

        @Override
        public void at(Phase phase, long done, long total) {
            if (done > 0) {
                frames.incrementAndGet();
            }
        }

        @Override
        public boolean cancelled() {
            return frames.get() > 0;
        }
    }

    @Test
    void readsTheWrittenFileBackWhenAsked() throws Exception {
        var order = EncryptOrder.of(report, sealing()).verified(true);

        refused(Kind.DAMAGED, () -> files.encrypt(order, at(Phase.VERIFYING, () -> flip(
                folder.resolve("report.pdf.khd.part")))));
        assertThat(names()).containsExactly("report.pdf");
    }

    @Test
    void tellsWhatAFileSaysOfItself() {
        files.encrypt(
                EncryptOrder.of(report, sealing().withContext(Map.of("purpose", "letters"))), Progress.none());

        var inspection = files.inspect(folder.resolve("report.pdf.khd"));

        assertThat(inspection.context()).isEqualTo(Map.of("purpose", "letters"));
        assertThat(inspection.keyArns()).containsExactly(SmallDoor.ARN);
        assertThat(inspection.contentSize()).isEqualTo(10);
        assertThat(inspection.suiteId()).isEqualTo("0478");
        assertThat(door.calls).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Encryption.FRAME_LENGTH, Encryption.FRAME_LENGTH + 1})
    void tellsTheSizeOfASignedFilesContent(int size) throws Exception {
        Files.write(report, new byte[size]);
        files.encrypt(EncryptOrder.of(report, sealing().signed(true)), Progress.none());

        assertThat(files.inspect(folder.resolve("report.pdf.khd")).contentSize()).isEqualTo(size);
    }

    @Test
    void tellsAMessageByItsContentNotByItsName() throws Exception {
        Path named = Files.writeString(folder.resolve("named.khd"), "no message");

        assertThat(files.isMessage(named)).isFalse();
        refused(Kind.NOT_A_MESSAGE, () -> files.decrypt(order("named.khd"), Progress.none()));
    }

    private FileResult encrypt() {
        return files.encrypt(EncryptOrder.of(report, sealing()), Progress.none());
    }

    private static Sealing sealing() {
        return Sealing.under(SmallDoor.ARN);
    }

    private DecryptOrder order(String name) {
        return DecryptOrder.of(folder.resolve(name));
    }

    private List<String> names() throws IOException {
        try (var list = Files.list(folder)) {
            return list.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void refused(Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(FileException.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    private interface Step {
        void run() throws IOException;
    }

    private static Progress at(Phase wanted, Step step) {
        return new Progress() {
            @Override
            public void at(Phase phase, long done, long total) {
                if (phase == wanted) {
                    try {
                        step.run();
                    } catch (IOException failure) {
                        throw new IllegalStateException(failure);
                    }
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    /// Changes the last byte.
    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }
}
