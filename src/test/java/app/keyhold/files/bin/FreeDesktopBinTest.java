package app.keyhold.files.bin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class FreeDesktopBinTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:20:30.987Z");

    @TempDir
    private Path folder;

    private Path home;
    private Bin bin;

    @BeforeEach
    void makeBin() {
        home = folder.resolve("home/.local/share/Trash");
        bin = Bin.in(home, () -> NOW);
    }

    @Test
    void movesAFileAndNotesWhereItWasAndWhen() throws Exception {
        Path file = Files.writeString(folder.resolve("my report.pdf"), "the report");
        Object inode = Files.getAttribute(file, "unix:ino");

        bin.put(file);

        assertThat(file).doesNotExist();
        assertThat(home.resolve("files/my report.pdf")).hasContent("the report");
        assertThat(Files.getAttribute(home.resolve("files/my report.pdf"), "unix:ino"))
                .as("moved, not copied")
                .isEqualTo(inode);
        assertThat(Files.readAllLines(home.resolve("info/my report.pdf.trashinfo")))
                .containsExactly(
                        "[Trash Info]",
                        "Path=" + folder.toRealPath() + "/my%20report.pdf",
                        "DeletionDate="
                                + LocalDateTime.ofInstant(NOW, ZoneId.systemDefault()).withNano(0));
    }

    @Test
    void takesAWholeFolder() throws Exception {
        Path letters = Files.createDirectory(folder.resolve("letters"));
        Files.writeString(letters.resolve("may"), "dear");

        bin.put(letters);

        assertThat(home.resolve("files/letters/may")).hasContent("dear");
        assertThat(Files.readString(home.resolve("info/letters.trashinfo"))).contains("/letters\n");
    }

    @Test
    void keepsFilesOfOneNameApart() throws Exception {
        for (int i = 0; i < 3; i++) {
            bin.put(Files.writeString(folder.resolve("notes"), "version " + i));
        }

        assertThat(home.resolve("files/notes")).hasContent("version 0");
        assertThat(home.resolve("files/notes.2")).hasContent("version 1");
        assertThat(home.resolve("files/notes.3")).hasContent("version 2");
        assertThat(home.resolve("info/notes.3.trashinfo")).exists();
    }

    @Test
    void replacesNothingThatAnotherProgramLeftWithoutANote() throws Exception {
        bin.put(Files.writeString(folder.resolve("first"), "makes the bin"));
        Files.writeString(home.resolve("files/notes"), "somebody's");

        bin.put(Files.writeString(folder.resolve("notes"), "mine"));

        assertThat(home.resolve("files/notes")).hasContent("somebody's");
        assertThat(home.resolve("files/notes.2")).hasContent("mine");
    }

    @Test
    void isThisPersonsAlone() throws Exception {
        bin.put(Files.writeString(folder.resolve("notes"), "mine"));

        for (var part : new Path[] {home, home.resolve("files"), home.resolve("info")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part))).isEqualTo("rwx------");
        }
    }

    @Test
    void takesNamesThatAreNoText() throws Exception {
        Path raw = Files.createFile(Path.of(URI.create(folder.toUri() + "caf%E9%0Aline")));

        bin.put(raw);

        assertThat(raw).doesNotExist();
        assertThat(Files.readString(home.resolve("info/file.trashinfo"))).contains("/caf%E9%0Aline\n");
    }

    @Test
    void takesNamesTooLongForANoteOfThatName() throws Exception {
        Path longest = Files.createFile(folder.resolve("n".repeat(255)));

        bin.put(longest);

        assertThat(longest).doesNotExist();
        assertThat(Files.readString(home.resolve("info/file.trashinfo"))).contains("n".repeat(255));
    }

    @Test
    void leavesWhatIsNotThere() {
        assertThatThrownBy(() -> bin.put(folder.resolve("gone"))).isInstanceOf(NoSuchFileException.class);
        assertThat(home.resolve("info")).isEmptyDirectory();
    }

    @Test
    void doesNotTrustALinkInItsPlace() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectories(home.getParent());
        Files.createSymbolicLink(home, elsewhere);
        Path file = Files.writeString(folder.resolve("notes"), "mine");

        assertThatThrownBy(() -> bin.put(file)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("mine");
        assertThat(elsewhere).isEmptyDirectory();
    }
}
