package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A disk that fills up in the middle of the work: a small tmpfs in a mount namespace of its own, where the system
/// allows one. Somebody else takes the room after the look at free space.
@Timeout(60)
class FullDiskTest {
    @TempDir
    private Path folder;

    @Test
    void endsWithNoSpaceAndLeavesOnlyTheSource() throws Exception {
        assertThat(filling("encrypt")).containsExactly("NO_SPACE", "[filler, film]");
    }

    @Test
    void leavesTheOldFileOfAReencryption() throws Exception {
        assertThat(filling("reencrypt")).containsExactly("NO_SPACE", "opens", "[filler, film.khd]");
    }

    @Test
    void leavesNothingOfAnArchive() throws Exception {
        assertThat(filling("archive")).containsExactly("NO_SPACE", "[filler, folder]");
    }

    @Test
    void leavesNothingOfAnExtraction() throws Exception {
        assertThat(filling("extract")).containsExactly("NO_SPACE", "[filler, folder.tar.khd]");
    }

    private List<String> filling(String work) throws Exception {
        return OwnMounts.run(
                """
                mount -t tmpfs -o size=8m none "$1" && exec "$2" -cp "$3" "$4" "$1" "$5" || echo no mount""",
                folder,
                Filling.class,
                work);
    }

    /// Encrypts 3 MiB on a disk of 8, or re-encrypts them, and takes the rest of it when the first frame is written.
    static final class Filling {
        private Filling() {}

        public static void main(String[] arguments) throws IOException {
            Path disk = Path.of(arguments[0]);
            Path film = Files.write(disk.resolve("film"), new byte[3 << 20]);
            var files = new FileService(new SmallDoor().client());
            var order = EncryptOrder.of(film, Sealing.under(SmallDoor.ARN));
            var filling = new Progress() {
                @Override
                public void at(Phase phase, long done, long total) {
                    if ((phase == Phase.ENCRYPTING || phase == Phase.DECRYPTING) && done > 0) {
                        fill(disk.resolve("filler"));
                    }
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            };
            switch (arguments[1]) {
                case "encrypt" -> tried(() -> files.encrypt(order, filling));
                case "archive" -> {
                    var folder = archive(film);
                    tried(() -> files.archive(folder, filling));
                }
                case "extract" -> {
                    files.archive(archive(film), Progress.none());
                    Trees.remove(disk.resolve("folder"));
                    tried(() -> files.decrypt(
                            DecryptOrder.of(disk.resolve("folder.tar.khd")).extracting(true), filling));
                }
                default -> {
                    files.encrypt(order, Progress.none());
                    Files.delete(film);
                    Path encrypted = disk.resolve("film.khd");
                    tried(() -> files.reencrypt(ReencryptOrder.of(encrypted), filling));
                    files.decrypt(encrypted, OutputStream.nullOutputStream(), Allowances.none(), Progress.none());
                    System.out.println("opens");
                }
            }
            try (var left = Files.list(disk)) {
                System.out.println(left.map(file -> file.getFileName().toString()).sorted().toList());
            }
        }

        private static BatchOrder.Encrypt archive(Path film) throws IOException {
            Path folder = Files.createDirectory(film.resolveSibling("folder"));
            Files.move(film, folder.resolve("film"));
            return new BatchOrder.Encrypt(
                            List.of(folder),
                            Destination.beside(),
                            Sealing.under(SmallDoor.ARN),
                            Collision.FAIL,
                            false,
                            false)
                    .as(Form.ARCHIVE);
        }

        private static void tried(Runnable work) {
            try {
                work.run();
                System.out.println("done");
            } catch (FileException refused) {
                System.out.println(refused.kind());
            }
        }

        private static synchronized void fill(Path filler) {
            try (var out = Files.newOutputStream(filler)) {
                for (int i = 0; i < 8 << 4; i++) {
                    out.write(new byte[1 << 16]);
                }
            } catch (IOException full) {
                // that is the aim
            }
        }
    }
}
