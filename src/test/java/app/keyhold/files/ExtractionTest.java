package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.files.FileException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives become folders again, and hidden names come back.
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ExtractionTest {
    private static final FileTime TIME = FileTime.from(Instant.parse("2019-05-06T07:08:09.123456789Z"));

    @TempDir
    private Path folder;

    private final SmallDoor door = new SmallDoor();
    private final FileService files = new FileService(door.client());
    private Path photos;
    private Path out;

    @BeforeEach
    void makeFolder() throws IOException {
        photos = Files.createDirectory(folder.resolve("photos"));
        out = folder.resolve("out");
        Files.write(photos.resolve("large.jpg"), new byte[(3 << 20) + 7]);
        Files.createDirectories(photos.resolve("2026/empty"));
        Files.writeString(photos.resolve("2026/b.jpg"), "b");
        Files.createSymbolicLink(photos.resolve("2026/link"), Path.of("../large.jpg"));
        Files.setLastModifiedTime(photos.resolve("2026"), TIME);
        Files.setPosixFilePermissions(photos, PosixFilePermissions.fromString("rwx--x---"));
        Files.setLastModifiedTime(photos, TIME);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFolderBecomesThatFolderAgain(boolean sign) throws Exception {
        archive(order(photos, sign));

        var result = extract(folder.resolve("photos.tar.khd"));

        assertThat(result.target()).isEqualTo(out.resolve("photos"));
        assertThat(diff(photos, out.resolve("photos"))).isEmpty();
        assertThat(Files.getLastModifiedTime(out.resolve("photos"))).isEqualTo(TIME);
        assertThat(Files.getLastModifiedTime(out.resolve("photos/2026"))).isEqualTo(TIME);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("photos"))))
                .isEqualTo("rwx--x---");
        assertThat(out.toFile().list()).containsExactly("photos");
    }

    @Test
    void severalThingsBecomeAFolder() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter"), "dear");
        files.archive(order(List.of(photos, letter), false), Progress.none());

        var result = extract(folder.resolve("archive.tar.khd"));

        assertThat(result.target()).isEqualTo(out.resolve("archive"));
        assertThat(diff(photos, out.resolve("archive/photos"))).isEmpty();
        assertThat(out.resolve("archive/letter")).hasContent("dear");
    }

    @Test
    void isWrittenBesideItsNameForItsOwnerOnly() throws Exception {
        archive(order(photos, false));
        var seen = new ArrayList<String>();

        files.decrypt(extraction(folder.resolve("photos.tar.khd")), at(Phase.FINISHING, () ->
                seen.addAll(List.of(out.toFile().list()))));

        assertThat(seen).containsExactly("photos.part");
    }

    @Test
    void replacesNothing() throws Exception {
        archive(order(photos, false));
        Files.createDirectories(out.resolve("photos"));
        Path archive = folder.resolve("photos.tar.khd");

        refused(Kind.EXISTS, extraction(archive).onCollision(Collision.FAIL));
        refused(Kind.REFUSED, extraction(archive).onCollision(Collision.REPLACE));
        assertThat(files.decrypt(extraction(archive).onCollision(Collision.SKIP), Progress.none()))
                .isInstanceOf(FileResult.Skipped.class);
        var both = (FileResult.Written) files.decrypt(extraction(archive).onCollision(Collision.KEEP_BOTH), Progress.none());
        assertThat(both.target()).isEqualTo(out.resolve("photos (2)"));
        assertThat(out.resolve("photos")).isEmptyDirectory();
    }

    @Test
    void keepsANameThatIsTakenWhileItWorks() throws Exception {
        archive(order(photos, false));

        assertThatThrownBy(() -> files.decrypt(extraction(folder.resolve("photos.tar.khd")), at(Phase.FINISHING, () ->
                        Files.writeString(out.resolve("photos"), "faster"))))
                .isInstanceOfSatisfying(FileException.class, told -> assertThat(told.kind()).isEqualTo(Kind.EXISTS));
        assertThat(out.toFile().list()).containsExactly("photos");
        assertThat(out.resolve("photos")).hasContent("faster");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesNothingOfADamagedArchive(boolean sign) throws Exception {
        archive(order(photos, sign));
        Path archive = folder.resolve("photos.tar.khd");
        for (long offset : new long[] {-1, -20, 1 << 20}) {
            Path bad = Files.copy(archive, folder.resolve("bad" + offset + ".tar.khd"));
            flip(bad, offset);

            refused(Kind.DAMAGED, extraction(bad));
        }
        assertThat(out.toFile().list()).isNullOrEmpty();
    }

    @Test
    void findsDamageInWhicheverFrameItIs() throws Exception {
        archive(order(photos, false));
        Path archive = folder.resolve("photos.tar.khd");
        long size = Files.size(archive);
        for (int round = 0; round < 3; round++) {
            for (long offset = 2000; offset < size; offset += Encryption.FRAME_LENGTH) {
                flip(archive, offset);
                refused(Kind.DAMAGED, extraction(archive));
                flip(archive, offset);
            }
        }
        assertThat(extract(archive).problems()).isEmpty();
    }

    @Test
    void leavesNothingWhenItIsCancelled() throws Exception {
        archive(order(photos, false));
        var cancelled = new AtomicBoolean();

        assertThatThrownBy(() -> files.decrypt(extraction(folder.resolve("photos.tar.khd")), new Progress() {
                    @Override
                    public void at(Phase phase, long done, long total) {
                        cancelled.compareAndSet(false, phase == Phase.DECRYPTING && done > total / 2);
                    }

                    @Override
                    public boolean cancelled() {
                        return cancelled.get();
                    }
                }))
                .isInstanceOfSatisfying(FileException.class, told -> assertThat(told.kind()).isEqualTo(Kind.CANCELLED));
        assertThat(out.toFile().list()).isNullOrEmpty();
    }

    @Test
    void refusesWhatIsNoArchive() throws Exception {
        Path report = Files.writeString(folder.resolve("report"), "no archive at all".repeat(100));
        files.encrypt(EncryptOrder.of(report, sealing(false)), Progress.none());

        refused(Kind.NOT_AN_ARCHIVE, extraction(folder.resolve("report.khd")));
        assertThat(out.toFile().list()).isNullOrEmpty();
    }

    @Test
    void refusesAnotherProgramsArchiveThatLeadsOut() throws Exception {
        Files.writeString(folder.resolve("evil"), "evil");
        run("tar", "--create", "--absolute-names", "--file", "bad.tar", folder + "/photos/../evil");
        files.encrypt(EncryptOrder.of(folder.resolve("bad.tar"), sealing(false)), Progress.none());

        refused(Kind.UNSAFE_ARCHIVE, extraction(folder.resolve("bad.tar.khd")));
        assertThat(out.toFile().list()).isNullOrEmpty();
    }

    @Test
    void opensAnotherProgramsArchive() throws Exception {
        run("tar", "--create", "--file", "theirs.tar", "photos");
        files.encrypt(EncryptOrder.of(folder.resolve("theirs.tar"), sealing(false)), Progress.none());

        extract(folder.resolve("theirs.tar.khd"));

        assertThat(diff(photos, out.resolve("theirs/photos"))).isEmpty();
    }

    @Test
    void hiddenNamesComeBackWithPermissionsAndTime() throws Exception {
        Path report = Files.write(folder.resolve("quarterly report.pdf"), new byte[(1 << 20) + 3]);
        Files.setPosixFilePermissions(report, PosixFilePermissions.fromString("r-xr-----"));
        Files.setLastModifiedTime(report, TIME);
        for (boolean sign : new boolean[] {false, true}) {
            var hidden = (FileResult.Written) files.encrypt(
                    EncryptOrder.of(report, sealing(sign)).hidingName(true).verified(true), Progress.none());
            assertThat(hidden.target().getFileName().toString()).matches("[0-9a-f]{32}\\.khd");
            assertThat(Files.getLastModifiedTime(hidden.target())).isNotEqualTo(TIME);
            assertThat(FileService.inspect(hidden.target()).context().toString()).doesNotContain("report");

            var back = (FileResult.Written)
                    files.decrypt(DecryptOrder.of(hidden.target()).to(Destination.folder(out.resolve("" + sign))), Progress.none());

            assertThat(back.target()).isEqualTo(out.resolve("" + sign).resolve("quarterly report.pdf"));
            assertThat(Files.mismatch(back.target(), report)).isEqualTo(-1);
            assertThat(Files.getLastModifiedTime(back.target())).isEqualTo(TIME);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(back.target()))).isEqualTo("r-xr-----");
            assertThat(back.bytesWritten()).isEqualTo((1 << 20) + 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, (256 << 10) - 3000, 256 << 10, 1 << 20})
    void hiddenNamesHoldAtEverySize(int size) throws Exception {
        Path file = Files.write(folder.resolve("f"), new byte[size]);
        var hidden = (FileResult.Written)
                files.encrypt(EncryptOrder.of(file, sealing(false)).hidingName(true), Progress.none());

        files.decrypt(DecryptOrder.of(hidden.target()).to(Destination.folder(out)), Progress.none());

        assertThat(Files.mismatch(file, out.resolve("f"))).isEqualTo(-1);
    }

    @Test
    void aHiddenNameThatIsTakenIsKept() throws Exception {
        Path report = Files.writeString(folder.resolve("report"), "new");
        var hidden = (FileResult.Written)
                files.encrypt(EncryptOrder.of(report, sealing(false)).hidingName(true), Progress.none());

        refused(Kind.EXISTS, DecryptOrder.of(hidden.target()).onCollision(Collision.FAIL));
        assertThat(report).hasContent("new");
    }

    @Test
    void aHiddenArchiveIsCalledByItsFolderAgain() throws Exception {
        var hidden = (FileResult.Written) files.archive(order(photos, false).hidingNames(true), Progress.none());
        assertThat(hidden.target().getFileName().toString()).matches("[0-9a-f]{32}\\.khd");

        assertThat(extract(hidden.target()).target()).isEqualTo(out.resolve("photos"));
        var tar = (FileResult.Written)
                files.decrypt(DecryptOrder.of(hidden.target()).to(Destination.folder(out)), Progress.none());
        assertThat(tar.target()).isEqualTo(out.resolve("photos.tar"));
    }

    /// A stream that was saved from a hidden file, and is now a file like any other.
    @Test
    void aFileThatLooksLikeOneWithItsNameComesBackAsItIs() throws Exception {
        Path report = Files.writeString(folder.resolve("report"), "the report");
        var hidden = (FileResult.Written)
                files.encrypt(EncryptOrder.of(report, sealing(false)).hidingName(true), Progress.none());
        Path raw = folder.resolve("raw");
        try (var to = Files.newOutputStream(raw)) {
            files.decrypt(hidden.target(), to, Allowances.none(), Progress.none());
        }
        files.encrypt(EncryptOrder.of(raw, sealing(false)), Progress.none());

        files.decrypt(DecryptOrder.of(folder.resolve("raw.khd")).to(Destination.folder(out)), Progress.none());

        assertThat(Files.mismatch(raw, out.resolve("raw"))).isEqualTo(-1);
    }

    @Test
    void aFileThatOnlyBeginsLikeOneWithItsNameComesBackAsItIs() throws Exception {
        Path report = Files.write(folder.resolve("report"), new byte[3000]);
        var hidden = (FileResult.Written)
                files.encrypt(EncryptOrder.of(report, sealing(false)).hidingName(true), Progress.none());
        var whole = new ByteArrayOutputStream();
        files.decrypt(hidden.target(), whole, Allowances.none(), Progress.none());
        for (int length : new int[] {2560, 3000, 4096, whole.size() - 512, whole.size() + 512}) {
            Path raw = Files.write(folder.resolve("raw" + length), Arrays.copyOf(whole.toByteArray(), length));
            files.encrypt(EncryptOrder.of(raw, sealing(false)), Progress.none());

            files.decrypt(
                    DecryptOrder.of(folder.resolve("raw" + length + ".khd")).to(Destination.folder(out)),
                    Progress.none());

            assertThat(Files.mismatch(raw, out.resolve("raw" + length))).isEqualTo(-1);
        }
    }

    @Test
    void isFoundAndRemovedWhenItWasInterrupted() throws Exception {
        Path part = Files.createDirectories(folder.resolve("photos.part"));
        Files.writeString(Files.createDirectory(part.resolve("closed")).resolve("half"), "half");
        Files.createSymbolicLink(part.resolve("link"), photos);
        Files.setPosixFilePermissions(part.resolve("closed"), PosixFilePermissions.fromString("r-x------"));
        Path note = Files.createFile(folder.resolve("note"));
        var order = new BatchOrder.Decrypt(List.of(photos), Destination.beside(), Collision.FAIL, true).extracting(true);
        var left = new Unfinished(note, order, Instant.EPOCH, Set.of(), Map.of(photos, part));

        assertThat(left.cleanUp()).containsExactly(part);

        assertThat(Files.exists(part, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(photos.resolve("large.jpg")).exists();
    }

    @Test
    void runsAsAJobOfABatch() throws Exception {
        archive(order(photos, false));
        try (var queue = new JobQueue(files)) {
            var batch = queue.submit(new BatchOrder.Decrypt(
                            List.of(folder.resolve("photos.tar.khd")), Destination.folder(out), Collision.FAIL, true)
                    .extracting(true));
            assertThat(batch.await(Duration.ofSeconds(20))).isTrue();
            assertThat(batch.jobs()).singleElement().satisfies(job ->
                    assertThat(job.view().state()).isEqualTo(JobState.DONE));
        }
        assertThat(diff(photos, out.resolve("photos"))).isEmpty();
    }

    private void archive(BatchOrder.Encrypt order) {
        files.archive(order, Progress.none());
    }

    private static BatchOrder.Encrypt order(Path source, boolean sign) {
        return order(List.of(source), sign);
    }

    private static BatchOrder.Encrypt order(List<Path> sources, boolean sign) {
        return new BatchOrder.Encrypt(sources, Destination.beside(), sealing(sign), Collision.FAIL, true, false)
                .as(Form.ARCHIVE);
    }

    private static Sealing sealing(boolean sign) {
        return Sealing.under(SmallDoor.ARN).signed(sign);
    }

    private DecryptOrder extraction(Path archive) {
        return DecryptOrder.of(archive)
                .to(Destination.folder(out))
                .onCollision(Collision.FAIL)
                .extracting(true);
    }

    private FileResult.Written extract(Path archive) {
        return (FileResult.Written) files.decrypt(extraction(archive), Progress.none());
    }

    private void refused(Kind kind, DecryptOrder order) {
        assertThatThrownBy(() -> files.decrypt(order, Progress.none()))
                .isInstanceOfSatisfying(FileException.class, told -> assertThat(told.kind()).isEqualTo(kind));
    }

    private static void flip(Path file, long offset) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(offset < 0 ? open.length() + offset : offset);
            int before = open.read();
            open.seek(offset < 0 ? open.length() + offset : offset);
            open.write(before ^ 1);
        }
    }

    private List<String> diff(Path one, Path other) throws Exception {
        return run("diff", "-r", "--no-dereference", one.toString(), other.toString());
    }

    private List<String> run(String... command) throws Exception {
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private interface Step {
        void run() throws IOException;
    }

    private static Progress at(Phase phase, Step step) {
        return new Progress() {
            @Override
            public void at(Phase now, long done, long total) {
                if (now == phase) {
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
}
