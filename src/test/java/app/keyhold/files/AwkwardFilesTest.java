package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.files.FileException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that other programs stumble over: each has its own plain message or comes back as it was, and the rest goes on.
@EnabledOnOs(OS.LINUX)
class AwkwardFilesTest {
    @TempDir
    private Path folder;

    private final SmallDoor door = new SmallDoor();
    private final FileService files = new FileService(door.client());
    private Path out;

    @BeforeEach
    void nameOut() {
        out = folder.resolve("out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "line\nbreak", "tab\there", "😀", "zürich", "zu\u0308rich", "trailing.", "trailing.khd.", " blanks ", "-rf", "--help",
                "a\\b", "C:", "con", "quote\"'", "%41", "*?", "*", "..."
            })
    void namesOfEveryCharacterComeBack(String name) throws Exception {
        roundTrip(Files.writeString(folder.resolve(name), "content"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"caf%E9", "%FF%FE", "half%C3", "surrogate%ED%A0%80", "%0A%80.pdf"})
    void namesThatAreNoTextComeBack(String escaped) throws Exception {
        Path file = raw(folder, escaped);
        Files.writeString(file, "content");

        roundTrip(file);

        assertThat(out.resolve(file.getFileName())).hasContent("content");
        assertThat(folder.toUri().relativize(raw(folder, escaped + ".khd").toUri())).hasToString(escaped + ".khd");
        assertThat(Files.exists(raw(folder, escaped + ".khd"))).isTrue();
    }

    @Test
    void twoNamesThatDifferOnlyInWhatIsNoTextStayTwo() throws Exception {
        Path one = Files.writeString(raw(folder, "x%E9"), "one");
        Path other = Files.writeString(raw(folder, "x%E8"), "other");

        roundTrip(one);
        roundTrip(other);

        assertThat(out.resolve(one.getFileName())).hasContent("one");
        assertThat(out.resolve(other.getFileName())).hasContent("other");
    }

    @Test
    void foldersWhoseNamesAreNoTextKeepTheirTree() throws Exception {
        Path top = Files.createDirectories(raw(folder, "top%E9"));
        Files.writeString(raw(Files.createDirectory(raw(top, "in%FF")), "file%FE"), "content");
        try (var queue = new JobQueue(files)) {
            var batch = queue.submit(new BatchOrder.Encrypt(
                    List.of(top), Destination.folder(out), sealing(), Collision.FAIL, false, false));
            assertThat(batch.await(Duration.ofSeconds(20))).isTrue();
        }

        assertThat(Files.exists(raw(raw(raw(out, "top%E9"), "in%FF"), "file%FE.khd"))).isTrue();
    }

    @Test
    void notesKnowNamesThatAreNoText() throws Exception {
        Path source = raw(folder, "x%E9");
        var order = new BatchOrder.Decrypt(
                List.of(source), Destination.folder(raw(folder, "out%FF")), Collision.FAIL, true);
        var bytes = new ByteArrayOutputStream();
        NoteOrders.write(new DataOutputStream(bytes), order);

        assertThat(NoteOrders.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())))).isEqualTo(order);
    }

    @Test
    void aNameThatWouldGetTooLongIsRefusedBeforeTheKeyIsAskedFor() throws Exception {
        Path file = Files.writeString(folder.resolve("n".repeat(252)), "content");

        refused(Kind.REFUSED, EncryptOrder.of(file, sealing()));
        assertThat(door.calls).isEmpty();
    }

    @Test
    void aNameThatWouldGetTooLongCanBeHidden() throws Exception {
        Path file = Files.writeString(folder.resolve("ä".repeat(127)), "content");
        var hidden = (FileResult.Written)
                files.encrypt(EncryptOrder.of(file, sealing()).hidingName(true), Progress.none());

        files.decrypt(DecryptOrder.of(hidden.target()).to(Destination.folder(out)), Progress.none());

        assertThat(out.resolve(file.getFileName())).hasContent("content");
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 251})
    void theLongestNamesComeBack(int length) throws Exception {
        roundTrip(Files.writeString(folder.resolve("n".repeat(length)), "content"));
    }

    @Test
    void pipesAreRefusedWithoutWaitingForAWriter() throws Exception {
        new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor(5, TimeUnit.SECONDS);

        refused(Kind.NOT_A_FILE, EncryptOrder.of(folder.resolve("pipe"), sealing()));
    }

    @Test
    void socketsAreRefused() throws Exception {
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));

            refused(Kind.NOT_A_FILE, EncryptOrder.of(folder.resolve("socket"), sealing()));
        }
    }

    @Test
    void aDanglingLinkInTheResultsPlaceIsNotWrittenThrough() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "content");
        Files.createSymbolicLink(folder.resolve("file.khd"), folder.resolve("elsewhere"));

        refused(Kind.EXISTS, EncryptOrder.of(file, sealing()).onCollision(Collision.FAIL));
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void sparseFilesComeBackAndNeedNoMemory() throws Exception {
        Path sparse = folder.resolve("sparse");
        try (var channel = Files.newByteChannel(
                sparse, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.position(40 << 20);
            channel.write(StandardCharsets.UTF_8.encode("the end"));
        }

        roundTrip(sparse);
    }

    @Test
    void theRestOfABatchGoesOn() throws Exception {
        Path good = Files.writeString(folder.resolve("good"), "content");
        Path link = Files.createSymbolicLink(folder.resolve("link"), good);
        Path longName = Files.writeString(folder.resolve("n".repeat(255)), "content");
        Path gone = folder.resolve("gone");
        Path last = Files.createFile(folder.resolve("last"));
        try (var queue = new JobQueue(files)) {
            var batch = queue.submit(new BatchOrder.Encrypt(
                    List.of(link, longName, gone, Path.of("/dev/null"), folder.resolve("good"), last),
                    Destination.folder(out),
                    sealing(),
                    Collision.FAIL,
                    false,
                    false));
            assertThat(batch.await(Duration.ofSeconds(20))).isTrue();

            assertThat(batch.jobs())
                    .extracting(job -> job.view().failure().map(FileException::kind).map(Enum::name).orElse("done"))
                    .containsExactly("NOT_A_FILE", "REFUSED", "NOT_FOUND", "NOT_A_FILE", "done", "done");
        }
    }

    @Test
    void aBatchThatHasNoRoomAsAWholeWritesNothingAndSaysSoOnce() throws Exception {
        long free = folder.toFile().getUsableSpace();
        List<Path> each = List.of(sparse("one", free / 4 * 3), sparse("two", free / 4 * 3));
        try (var queue = new JobQueue(files)) {
            var batch = queue.submit(new BatchOrder.Encrypt(
                    each, Destination.folder(out), sealing(), Collision.FAIL, false, false));
            assertThat(batch.await(Duration.ofSeconds(20))).isTrue();

            assertThat(batch.jobs())
                    .extracting(job -> job.view().failure().orElseThrow())
                    .allSatisfy(told -> assertThat(told.kind()).isEqualTo(Kind.NO_SPACE))
                    .satisfies(all -> assertThat(all.getFirst()).isSameAs(all.getLast()));
        }
        assertThat(door.calls).isEmpty();
        assertThat(out).doesNotExist();
    }

    private Path sparse(String name, long size) throws IOException {
        Path file = folder.resolve(name);
        try (var channel = Files.newByteChannel(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.position(size - 1);
            channel.write(StandardCharsets.UTF_8.encode("."));
        }
        return file;
    }

    private void roundTrip(Path file) throws IOException {
        var encrypted = (FileResult.Written) files.encrypt(EncryptOrder.of(file, sealing()).synced(false), Progress.none());
        var back = (FileResult.Written) files.decrypt(
                DecryptOrder.of(encrypted.target()).to(Destination.folder(out)).synced(false), Progress.none());

        assertThat(back.target().getFileName()).isEqualTo(file.getFileName());
        assertThat(Files.mismatch(file, back.target())).isEqualTo(-1);
    }

    private void refused(Kind kind, EncryptOrder order) {
        assertThatThrownBy(() -> files.encrypt(order, Progress.none()))
                .isInstanceOfSatisfying(FileException.class, told -> {
                    assertThat(told.kind()).isEqualTo(kind);
                    assertThat(told.happened()).doesNotContain("\n");
                });
    }

    private static Path raw(Path folder, String escaped) {
        String base = folder.toUri().toString();
        return Path.of(URI.create(base + (base.endsWith("/") ? "" : "/") + escaped));
    }

    private static Sealing sealing() {
        return Sealing.under(SmallDoor.ARN);
    }
}
