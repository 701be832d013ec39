package app.keyhold.files.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.files.archive.ArchiveException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives by someone who means harm, and some that only look like it.
@DisabledOnOs(OS.WINDOWS)
class UnpackingTest {
    private static final Instant TIME = Instant.parse("2019-05-06T07:08:09.5Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();
    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        Files.writeString(folder.resolve("outside"), "untouched");
    }

    @Test
    void putsEverythingWhereItBelongs() throws Exception {
        folder("letters", 0750);
        file("letters/may", "dear", 0640);
        link("letters/link", "may");
        hardLink("letters/again", "letters/may");

        unpack();

        assertThat(root.resolve("letters/may")).hasContent("dear");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("letters/may"))))
                .isEqualTo("rw-r-----");
        assertThat(Files.getLastModifiedTime(root.resolve("letters")).toInstant()).isEqualTo(TIME);
        assertThat(Files.readSymbolicLink(root.resolve("letters/link"))).isEqualTo(Path.of("may"));
        assertThat(Files.isSameFile(root.resolve("letters/may"), root.resolve("letters/again"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/evil", "../evil", "a/../../evil", "a/..", "..", "a/./b", "a//b", "", "a/\0b", "./../evil"})
    void refusesNamesThatLeadElsewhereOrAreNone(String name) {
        file(name, "evil", 0644);

        refused(Reason.UNSAFE);
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void takesNamesThatBeginHere() throws Exception {
        folder(".", 0755);
        file("./a", "a", 0644);

        unpack();

        assertThat(root.resolve("a")).hasContent("a");
    }

    @ParameterizedTest
    @CsvSource({"a, /etc", "a, ..", "a, ../outside", "b/a, ../../outside", "a, b/../../outside", "a, b/..", "b/a, x/../../.."})
    void refusesLinksThatCouldLeadOut(String name, String target) {
        link(name, target);

        refused(Reason.UNSAFE);
        assertThat(Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a, b", "a, b/c", "b/a, ..", "b/a, ../c", "b/c/a, ../../d", "a, ./b"})
    void makesLinksThatStayInside(String name, String target) throws Exception {
        link(name, target);

        unpack();

        assertThat(root.resolve(name).getParent().resolve(Files.readSymbolicLink(root.resolve(name))).normalize())
                .startsWithRaw(root);
    }

    @Test
    void writesNothingThroughALink() throws Exception {
        folder("deep", 0755);
        link("deep/here", "..");
        file("deep/here/file", "through the link", 0644);

        refused(Reason.UNSAFE);
        assertThat(root.resolve("file")).doesNotExist();
    }

    @Test
    void overwritesNothingThroughALink() throws Exception {
        file("file", "first", 0644);
        link("link", "file");
        file("link", "second", 0644);

        refused(Reason.UNSAFE);
        assertThat(root.resolve("file")).hasContent("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/etc/passwd", "gone", "letters", "link/x"})
    void refusesSecondNamesOfWhatIsNotAFileOfTheArchive(String earlier) {
        folder("letters", 0755);
        link("link", "letters");
        hardLink("again", earlier);

        refused(Reason.UNSAFE);
    }

    @Test
    void refusesASecondNameOfALink() {
        link("link", "letters");
        hardLink("again", "link");

        refused(Reason.UNSAFE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4", "6", "S", "M", "V"})
    void refusesDevicesPipesAndWhatOthersInvented(String type) {
        byte[] header = TarHeader.of(TarEntry.file(TarEntry.text("dev"), 0, 0644, TIME));
        tar.writeBytes(withType(header, type.charAt(0)));

        refused(Reason.UNSAFE);
    }

    @ParameterizedTest
    @ValueSource(ints = {04755, 02755, 06755})
    void refusesSetIdBits(int mode) {
        file("tool", "run me", mode);

        refused(Reason.UNSAFE);
    }

    @Test
    void refusesOneNameTwice() {
        file("a", "1", 0644);
        file("a", "2", 0644);

        refused(Reason.UNSAFE);
        assertThat(root.resolve("a")).hasContent("1");
    }

    @Test
    void refusesOneFolderTwice() {
        folder("a", 0755);
        folder("a", 0700);

        refused(Reason.UNSAFE);
    }

    @Test
    void refusesAFolderInTheDisguiseOfAFile() {
        file("a", "1", 0644);
        file("a/b", "2", 0644);

        refused(Reason.UNSAFE);
    }

    @Test
    void refusesMoreMembersThanWereAnnounced() {
        marker(Marker.Form.ARCHIVE, 1, 100);
        file("a", "1", 0644);
        file("b", "2", 0644);

        refused(Reason.UNSAFE);
        assertThat(root.resolve("b")).doesNotExist();
    }

    @Test
    void refusesMoreBytesThanWereAnnounced() {
        marker(Marker.Form.ARCHIVE, 2, 3);
        file("a", "12", 0644);
        file("b", "34", 0644);

        refused(Reason.UNSAFE);
        assertThat(root.resolve("b")).doesNotExist();
    }

    @Test
    void refusesLessThanWasAnnounced() {
        marker(Marker.Form.ARCHIVE, 2, 3);
        file("a", "12", 0644);

        refused(Reason.MALFORMED);
    }

    @Test
    void refusesASizeLargerThanTheStream() {
        tar.writeBytes(TarHeader.of(TarEntry.file(TarEntry.text("bomb"), 1L << 50, 0644, TIME)));

        refused(Reason.UNSAFE);
    }

    @Test
    void theOneFolderBecomesTheRoot() throws Exception {
        marker(Marker.Form.FOLDER, 3, 4);
        folder("photos", 0711);
        file("photos/a", "1234", 0644);
        hardLink("photos/b", "photos/a");

        assertThat(unpack().toldOfRoot()).isTrue();

        assertThat(root.resolve("a")).hasContent("1234");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root))).isEqualTo("rwx--x--x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other/a", "photos", "photos2/a"})
    void nothingIsOutsideTheOneFolder(String name) {
        marker(Marker.Form.FOLDER, 2, 1);
        folder("photos", 0755);
        file(name, "1", 0644);

        refused(Reason.UNSAFE);
    }

    @Test
    void noLinkLeavesTheOneFolder() {
        marker(Marker.Form.FOLDER, 2, 0);
        folder("photos", 0755);
        link("photos/up", "../photos");

        refused(Reason.UNSAFE);
    }

    @Test
    void foldersThatNobodyMayWriteToAreFilledFirst() throws Exception {
        folder("closed", 0500);
        file("closed/a", "a", 0400);

        unpack();

        assertThat(root.resolve("closed/a")).hasContent("a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("closed"))))
                .isEqualTo("r-x------");
        Files.setPosixFilePermissions(root.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void syncsManyFilesAndKeepsTheirTimes() throws Exception {
        for (int i = 0; i < 100; i++) {
            file("f" + i, "content " + i, 0644);
        }

        unpack(true);

        assertThat(root.resolve("f99")).hasContent("content 99");
        assertThat(Files.getLastModifiedTime(root.resolve("f99")).toInstant()).isEqualTo(TIME);
    }

    private void file(String name, String content, int mode) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        tar.writeBytes(TarHeader.of(TarEntry.file(TarEntry.text(name), bytes.length, mode, TIME)));
        tar.writeBytes(Arrays.copyOf(bytes, (int) TarFormat.padded(bytes.length)));
    }

    private void folder(String name, int mode) {
        tar.writeBytes(TarHeader.of(TarEntry.folder(TarEntry.text(name), mode, TIME)));
    }

    private void link(String name, String target) {
        tar.writeBytes(TarHeader.of(TarEntry.symbolicLink(TarEntry.text(name), TarEntry.text(target), TIME)));
    }

    private void hardLink(String name, String earlier) {
        tar.writeBytes(TarHeader.of(TarEntry.hardLink(TarEntry.text(name), TarEntry.text(earlier), 0644, TIME)));
    }

    private void marker(Marker.Form form, long entries, long bytes) {
        tar.writeBytes(new Marker(form, entries, bytes, Optional.empty()).header());
    }

    private static byte[] withType(byte[] header, char type) {
        header[TarFormat.TYPE] = (byte) type;
        byte[] sum = "%06o\0 ".formatted(TarFormat.checksum(header)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(sum, 0, header, TarFormat.CHECKSUM, sum.length);
        return header;
    }

    private Unpacking unpack() throws IOException {
        return unpack(false);
    }

    private Unpacking unpack(boolean sync) throws IOException {
        tar.writeBytes(new byte[TarFormat.END]);
        var unpacking = new Unpacking(
                root, new TarReader(new ByteArrayInputStream(tar.toByteArray())), tar.size(), sync);
        unpacking.run();
        return unpacking;
    }

    private void refused(Reason reason) {
        assertThatThrownBy(this::unpack)
                .isInstanceOfSatisfying(ArchiveException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.sentence()).doesNotContain("\n").doesNotContain("null");
                });
        assertThat(folder.resolve("outside")).hasContent("untouched");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("outside", "root");
    }
}
