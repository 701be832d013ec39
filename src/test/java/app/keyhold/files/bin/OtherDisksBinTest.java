package app.keyhold.files.bin;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.files.OwnMounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A file on another disk than home: a small tmpfs in a mount namespace of its own, where the system allows one.
@Timeout(60)
class OtherDisksBinTest {
    @TempDir
    private Path folder;

    @Test
    void goesToTheTopOfItsOwnDisk() throws Exception {
        assertThat(binning("true")).containsExactly("gone", ".Trash-0/files/notes", "Path=deep/notes");
    }

    @Test
    void goesToTheSharedBinWhereThatHasItsStickyBit() throws Exception {
        assertThat(binning("mkdir -m 1777 .Trash")).containsExactly("gone", ".Trash/0/files/notes", "Path=deep/notes");
    }

    @Test
    void doesNotTrustASharedBinWithoutIt() throws Exception {
        assertThat(binning("mkdir -m 0777 .Trash")).containsExactly("gone", ".Trash-0/files/notes", "Path=deep/notes");
    }

    @Test
    void doesNotTrustASharedBinThatIsALink() throws Exception {
        assertThat(binning("mkdir -m 1777 x; ln -s x .Trash"))
                .containsExactly("gone", ".Trash-0/files/notes", "Path=deep/notes");
    }

    @Test
    void staysWhereNoBinCanBeMade() throws Exception {
        assertThat(binning("touch .Trash-0"))
                .containsExactly("NoBinException: the bin DISK/.Trash-0 is not yours", "stays");
    }

    @Test
    void staysWhereItsDiskIsReadOnly() throws Exception {
        assertThat(binning("mount -o remount,ro ."))
                .containsExactly("NoBinException: its disk has no bin, and none could be made in DISK", "stays");
    }

    private List<String> binning(String before) throws Exception {
        List<String> said = OwnMounts.run(
                """
                mkdir "$1/disk" "$1/home" && mount -t tmpfs -o size=1m none "$1/disk" || { echo no mount; exit; }
                cd "$1/disk" && mkdir deep && echo mine > deep/notes && { %s; } && exec "$2" -cp "$3" "$4" "$1"
                """.formatted(before),
                folder,
                Binning.class);
        String disk = folder.resolve("disk").toRealPath().toString();
        return said.stream().map(line -> line.replace(disk, "DISK")).toList();
    }

    /// Puts the file on the disk into the bin and tells where it is.
    static final class Binning {
        private Binning() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            Path file = folder.resolve("disk/deep/notes");
            try {
                Bin.in(folder.resolve("home/Trash"), () -> Instant.EPOCH).put(file);
                System.out.println(Files.exists(file) ? "there" : "gone");
            } catch (IOException stays) {
                System.out.println(stays.getClass().getSimpleName() + ": " + stays.getMessage());
                System.out.println(Files.exists(file) ? "stays" : "lost");
            }
            for (var bin : List.of(".Trash/0", ".Trash-0")) {
                Path own = folder.resolve("disk").resolve(bin);
                if (Files.exists(own.resolve("files/notes"))) {
                    System.out.println(bin + "/files/notes");
                    System.out.println(Files.readAllLines(own.resolve("info/notes.trashinfo")).get(1));
                }
            }
        }
    }
}
