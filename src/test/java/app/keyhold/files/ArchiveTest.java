package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.files.FileException.Kind;
import app.keyhold.files.bin.Bin;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Several files and folders in one message. GNU tar is the judge of what is inside.
@EnabledOnOs(OS.LINUX)
class ArchiveTest {
    private static final FileTime TIME = FileTime.from(Instant.parse("2019-05-06T07:08:09.123456789Z"));

    @TempDir
    private Path folder;

    private final SmallDoor door = new SmallDoor();
    private final FileService files = new FileService(door.client());
    private Path photos;

    @BeforeEach
    void makeFolder() throws IOException {
        photos = Files.createDirectory(folder.resolve("photos"));
        Files.writeString(photos.resolve("a.jpg"), "a");
        Files.write(photos.resolve("large.jpg"), new byte[(1 << 20) + 7]);
        Files.createDirectory(photos.resolve("empty"));
        Files.createDirectories(photos.resolve("2026/november"));
        Files.writeString(photos.resolve("2026/november/b.jpg"), "b");
    }

    @Test
    void isCalledByTheSingleFolder() {
        assertThat(written(archive(photos)).target()).isEqualTo(folder.resolve("photos.tar.khd"));
    }

    @Test
    void isCalledArchiveWhenThereAreSeveralThings() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter"), "dear");

        assertThat(written(archive(photos, letter)).target()).isEqualTo(folder.resolve("archive.tar.khd"));
    }

    @Test
    void usesOneDataKeyAndIsRememberedOnce() {
        var recorded = new ArrayList<Object>();
        door.material = Optional.of("newest");
        door.recorded = request -> recorded.addAll(request.files());

        archive(photos);
        files.remember();

        assertThat(door.calls).filteredOn(GenerateDataKey.Request.class::isInstance).hasSize(1);
        assertThat(recorded).hasSize(1);
    }

    @Test
    void holdsEverythingAsItWas() throws Exception {
        Files.setPosixFilePermissions(photos.resolve("a.jpg"), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setLastModifiedTime(photos.resolve("a.jpg"), TIME);
        Files.setLastModifiedTime(photos.resolve("empty"), TIME);
        Files.createSymbolicLink(photos.resolve("2026/link"), Path.of("../a.jpg"));
        Files.createLink(photos.resolve("second"), photos.resolve("a.jpg"));

        Path out = untarred(written(archive(photos)));

        assertThat(run(folder, "diff", "-r", "--no-dereference", "photos", out.resolve("photos").toString())).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("photos/a.jpg"))))
                .isEqualTo("rwxr-x--x");
        assertThat(Files.getLastModifiedTime(out.resolve("photos/a.jpg"))).isEqualTo(TIME);
        assertThat(Files.getLastModifiedTime(out.resolve("photos/empty"))).isEqualTo(TIME);
        assertThat(Files.readSymbolicLink(out.resolve("photos/2026/link"))).isEqualTo(Path.of("../a.jpg"));
        assertThat(Files.isSameFile(out.resolve("photos/a.jpg"), out.resolve("photos/second"))).isTrue();
    }

    @Test
    void keepsNamesOfEveryCharacter() throws Exception {
        for (var name : List.of(
                "zürich", "line\nbreak", "tab\t", "😀", "trailing.", " blank ", "-rf", "n".repeat(255), "a\\b", "ü".repeat(127))) {
            Files.createFile(photos.resolve(name));
        }
        Files.createFile(Path.of(URI.create(photos.toUri() + "caf%E9%FF")));
        Files.createDirectories(photos.resolve("d".repeat(200)).resolve("e".repeat(200)));

        Path out = untarred(written(archive(photos)));

        assertThat(run(folder, "diff", "-r", "photos", out.resolve("photos").toString())).isEmpty();
        assertThat(Files.exists(Path.of(URI.create(out.resolve("photos").toUri() + "caf%E9%FF")))).isTrue();
    }

    @Test
    void leavesDevicesPipesAndLinksThatLeadOutAndSaysSo() throws Exception {
        run(photos, "mkfifo", "pipe");
        Files.createSymbolicLink(photos.resolve("out"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(photos.resolve("up"), Path.of("../photos/a.jpg"));

        var result = written(archive(photos));

        assertThat(result.problems())
                .extracting(Problem::sentence)
                .containsExactlyInAnyOrder(
                        photos + "/pipe is not in the archive: it is a device, pipe or socket.",
                        photos + "/out is not in the archive: it is a link that leads out of what is archived.",
                        photos + "/up is not in the archive: it is a link that leads out of what is archived.");
        Path out = untarred(result);
        assertThat(out.resolve("photos/a.jpg")).hasContent("a");
        assertThat(Files.exists(out.resolve("photos/pipe"), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void failsWhenAFileChangesWhileItIsRead() {
        changed(() -> Files.writeString(photos.resolve("large.jpg"), "more", StandardOpenOption.APPEND));
    }

    @Test
    void failsWhenAFileIsAddedWhileItIsRead() {
        changed(() -> Files.writeString(photos.resolve("2026/new"), "new"));
    }

    @Test
    void failsWhenAFileVanishesWhileItIsRead() {
        changed(() -> {
            Files.deleteIfExists(photos.resolve("large.jpg"));
            Files.deleteIfExists(photos.resolve("a.jpg"));
            Files.deleteIfExists(photos.resolve("2026/november/b.jpg"));
        });
    }

    @Test
    void refusesToBeWrittenIntoWhatItIsOf() {
        var order = order(photos);
        var inside = new BatchOrder.Encrypt(
                        order.sources(), Destination.folder(photos.resolve("2026/new")), order.sealing(), order.collision(), false, false)
                .as(Form.ARCHIVE);

        refused(Kind.REFUSED, inside);
        assertThat(photos.resolve("2026/new")).doesNotExist();
    }

    @Test
    void refusesTwoThingsOfOneName() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other/photos"));

        refused(Kind.REFUSED, order(photos, other));
    }

    @Test
    void refusesWhatIsNotThere() {
        refused(Kind.NOT_FOUND, order(photos, folder.resolve("gone")));
    }

    @Test
    void refusesWhatHasNoRoomBeforeAskingForAKey() throws Exception {
        try (var sparse = Files.newByteChannel(
                photos.resolve("sparse"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            sparse.position(8L << 40);
            sparse.write(StandardCharsets.UTF_8.encode("end"));
        }

        refused(Kind.NO_SPACE, order(photos));
        assertThat(door.calls).isEmpty();
    }

    @Test
    void isOneJobOfABatchAndCountsItsBytes() throws Exception {
        try (var queue = new JobQueue(files)) {
            var batch = queue.submit(order(photos));
            assertThat(batch.await(Duration.ofSeconds(20))).isTrue();

            assertThat(batch.jobs()).singleElement().satisfies(job -> {
                assertThat(job.view().name()).isEqualTo("photos.tar.khd");
                assertThat(job.view().state()).isEqualTo(JobState.DONE);
                assertThat(job.view().target()).contains(folder.resolve("photos.tar.khd"));
            });
            assertThat(batch.view().pace().bytesDone()).isGreaterThan(1 << 20);
        }
    }

    @Test
    void sendsEveryOriginalToTheBinOnceAllAreInIt() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter"), "dear");
        var result = written(binning(order(photos, letter).originals(Original.BIN), Progress.none()));

        assertThat(result.binned()).containsExactly(photos, letter);
        assertThat(photos).doesNotExist();
        assertThat(folder.resolve("bin/files/photos/a.jpg")).hasContent("a");
        assertThat(untarred(result).resolve("photos/a.jpg")).hasContent("a");
    }

    @Test
    void keepsOriginalsThatAreNotWholeInIt() throws Exception {
        run(photos, "mkfifo", "pipe");

        var result = written(binning(order(photos).originals(Original.BIN), Progress.none()));

        assertThat(result.binned()).isEmpty();
        assertThat(result.problems()).hasSize(2);
        assertThat(photos.resolve("a.jpg")).exists();
    }

    @Test
    void keepsOriginalsToWhichSomethingCameLater() throws Exception {
        var result = written(binning(order(photos).originals(Original.BIN), new Once(Phase.VERIFYING, () ->
                Files.writeString(photos.resolve("late.jpg"), "late"))));

        assertThat(result.binned()).isEmpty();
        assertThat(result.problems()).singleElement().satisfies(problem ->
                assertThat(problem.kind()).isEqualTo(Kind.SOURCE_CHANGED));
        assertThat(photos.resolve("late.jpg")).exists();
    }

    private FileResult archive(Path... sources) {
        return files.archive(order(sources), Progress.none());
    }

    private FileResult binning(BatchOrder.Encrypt order, Progress progress) {
        var bin = Bin.in(folder.resolve("bin"), () -> Instant.EPOCH);
        return new FileService(door.client(), Optional.empty(), bin).archive(order, progress);
    }

    private static BatchOrder.Encrypt order(Path... sources) {
        return new BatchOrder.Encrypt(
                        List.of(sources), Destination.beside(), Sealing.under(SmallDoor.ARN), Collision.FAIL, true, false)
                .as(Form.ARCHIVE);
    }

    private static FileResult.Written written(FileResult result) {
        return (FileResult.Written) result;
    }

    private void changed(Change change) {
        assertThatThrownBy(() -> files.archive(order(photos), new Once(Phase.ENCRYPTING, change)))
                .isInstanceOfSatisfying(
                        FileException.class, refused -> assertThat(refused.kind()).isEqualTo(Kind.SOURCE_CHANGED));
        assertThat(folder.toFile().list()).containsExactly("photos");
    }

    private void refused(Kind kind, BatchOrder.Encrypt order) {
        assertThatThrownBy(() -> files.archive(order, Progress.none()))
                .isInstanceOfSatisfying(FileException.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    private Path untarred(FileResult.Written archive) throws Exception {
        Path tar = folder.resolve("judged.tar");
        files.decrypt(
                DecryptOrder.of(archive.target()).to(Destination.exactly(tar)).onCollision(Collision.FAIL),
                Progress.none());
        Path out = Files.createDirectory(folder.resolve("out"));
        assertThat(run(out, "tar", "--extract", "--preserve-permissions", "--file", tar.toString())).isEmpty();
        return out;
    }

    private static List<String> run(Path where, String... command) throws Exception {
        var process = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).start();
        var said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private interface Change {
        void run() throws IOException;
    }

    /// Makes a change when a phase is first told of.
    private record Once(Phase phase, Change change, AtomicBoolean done) implements Progress {
        Once(Phase phase, Change change) {
            this(phase, change, new AtomicBoolean());
        }

        @Override
        public void at(Phase now, long bytes, long of) {
            if (now == phase && done.compareAndSet(false, true)) {
                try {
                    change.run();
                } catch (IOException failure) {
                    throw new IllegalStateException(failure);
                }
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
