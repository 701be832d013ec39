package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.files.bin.Bin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Targets on other disks than their sources: tmpfs in a mount namespace of its own, where the system allows one.
@Timeout(60)
class OtherDisksTest {
    @TempDir
    private Path folder;

    @Test
    void takeResultsAndGiveThemBack() throws Exception {
        assertThat(working("true")).containsExactly("Written", "Written", "same", "[report, report.khd]");
    }

    @Test
    void thatAreReadOnlyAreToldPlainly() throws Exception {
        assertThat(working("mount -o remount,ro disk")).containsExactly("READ_ONLY", "[]");
    }

    @Test
    void thatAreFullAreToldPlainly() throws Exception {
        assertThat(working("head -c 1m /dev/zero > disk/filler 2> /dev/null"))
                .containsExactly("NO_SPACE", "[filler]");
    }

    @Test
    void doNotKeepAnOriginalFromItsBin() throws Exception {
        assertThat(working("touch home-is-elsewhere"))
                .containsExactly("Written", "binned [report]", "Written", "[report, report.khd]");
    }

    private List<String> working(String before) throws Exception {
        return OwnMounts.run(
                """
                cd "$1" && mkdir disk && mount -t tmpfs -o size=1m none disk || { echo no mount; exit; }
                { %s; }; exec "$2" -cp "$3" "$4" "$1"
                """.formatted(before),
                folder,
                Working.class);
    }

    /// Encrypts a file onto the disk and decrypts it there.
    static final class Working {
        private Working() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            Path disk = folder.resolve("disk");
            Path report = Files.write(folder.resolve("report"), new byte[300_000]);
            boolean bin = Files.exists(folder.resolve("home-is-elsewhere"));
            var files = new FileService(
                    new SmallDoor().client(), Optional.empty(), Bin.in(folder.resolve("bin"), () -> Instant.EPOCH));
            try {
                var encrypted = files.encrypt(
                        EncryptOrder.of(report, Sealing.under(SmallDoor.ARN))
                                .to(Destination.folder(disk))
                                .original(bin ? Original.BIN : Original.KEEP),
                        Progress.none());
                System.out.println(encrypted.getClass().getSimpleName());
                if (bin && encrypted instanceof FileResult.Written written) {
                    System.out.println("binned "
                            + written.binned().stream().map(Path::getFileName).toList());
                }
                var back = files.decrypt(DecryptOrder.of(disk.resolve("report.khd")), Progress.none());
                System.out.println(back.getClass().getSimpleName());
                if (!bin) {
                    System.out.println(Files.mismatch(report, disk.resolve("report")) == -1 ? "same" : "different");
                }
            } catch (FileException refused) {
                System.out.println(refused.kind());
            }
            try (var left = Files.list(disk)) {
                System.out.println(left.map(file -> file.getFileName().toString()).sorted().toList());
            }
        }
    }
}
